import { describe, expect, it } from 'vitest';
import { rungTime } from '../../../../functions/core/early/warning/keep-warning.ts';
import { raiseWarning } from '../../../../functions/core/early/warning/raise-warning.ts';
import type { WarningCommand } from '../../../../functions/core/early/warning/warning-command.ts';
import { warningKind } from '../../../../functions/core/early/warning/warning-kind.ts';
import type { WarningState } from '../../../../functions/core/early/warning/warning-state.ts';
import { dayMs, hourMs, NEVER } from '../../../../functions/core/time.ts';
import { beijing } from '../../../support/beijing.ts';
import { heard } from '../support/heard.ts';

const { rules } = beijing('beijing-2019');
const warning = rules.early.warning!;
const [place, district, city] = ['110101017', '110101', '110000'] as const;
const now = Date.parse('2026-11-22T10:11:00+08:00');
const lastHour = (Date.parse('2026-11-22T09:00:00+08:00') + 8 * hourMs) / hourMs;

function raising(area: string = place, cause = 'surge', to = lastHour + 168) {
  const forecast = { from: lastHour + 1, to, mean: 20, low: 11, high: 30, within: 0.9 };
  const stretch = { hour: lastHour, since: lastHour - 1, count: 9, usual: 0.5 };
  const alarm = { key: `${area}/${lastHour}`, area, cause, ...stretch, forecast };
  const { lines, told, out } = heard();
  const state = raiseWarning({ item: '0105-01', alarm, ticketIds: ['t'] }, warning, now, rules, out);
  return { state, lines, told };
}

function ask(state: WarningState, command: WarningCommand, unit: string = place, at = now + 1) {
  const { lines, told, out } = heard();
  return { lines, told, decided: warningKind.decide(state, command, { unit }, at, rules, out) };
}

function take(...asked: Parameters<typeof ask>): WarningState {
  const { decided } = ask(...asked);
  if (!decided.ok) throw new Error(decided.error.code);
  return decided.value;
}

const keep = (state: WarningState, at: number) => {
  const { lines, told, out } = heard();
  return { lines, told, state: warningKind.keep(state, at, rules, out) };
};

const act = { type: 'respond', outcome: 'acted' } as const;
const measure = { type: 'measure', count: 14 } as const;

describe('a warning that is raised', () => {
  it.each([
    ['surge', 'early.warning.surge'],
    ['heating', 'early.warning.seasons.heating'],
  ])('for a %s is written by the clock under the rule that says so', (cause, rule) => {
    const { lines, told } = raising(place, cause);

    expect(lines).toEqual([{ at: now, event: 'warningRaised', by: 'clock', rule, unit: place }]);
    expect(told).toEqual([place, district].map((to) => ({ at: now, to, event: 'warningRaised' })));
  });

  it('names the district it lies in, and none where it is the city’s', () => {
    expect(raising().state).toMatchObject({ area: place, district, city });
    expect(raising(district).state).toMatchObject({ area: district, district });
    expect(raising(city).state).not.toHaveProperty('district');
  });

  it('is measured within a day of when the last hour of its forecast is counted, or of now', () => {
    const end = Date.parse('2026-11-22T10:00:00+08:00') + 168 * hourMs;

    expect(raising().state.measureBy).toBe(end + warning.closesAfterMs + dayMs);
    expect(raising(place, 'surge', lastHour - 9).state.measureBy).toBe(now + dayMs);
  });

  it('stands in the lists of its area, district and city', () => {
    const lists = [place, district, city].flatMap((one) => [`warning/${one}`, `warning/${one}/2026-11`]);

    expect(warningKind.keys(raising().state)).toMatchObject({ lists, item: '0105-01', overdue: false });
  });
});

describe('a rung of a warning', () => {
  it('stands sooner by as much as a demonstration is faster', () => {
    const { ladder } = rules;
    const base = { raisedAt: 0, respondBy: 8 * hourMs };

    expect(rungTime(base, 3, { ladder, speed: 1 })).toEqual({ rungAt: 8 * hourMs + dayMs });
    expect(rungTime(base, 3, { ladder, speed: 24 })).toEqual({ rungAt: 9 * hourMs });
    expect(rungTime(base, ladder.count, { ladder, speed: 1 })).toEqual({});
  });

  it('is climbed by the clock and told to whom it is for; the deadline also to the area', () => {
    const { lines, told, state } = keep(raising().state, now + 3 * dayMs);

    expect(new Set(lines.map(({ by }) => by))).toEqual(new Set(['clock']));
    expect(told.map(({ to }) => to)).toEqual([place, place, place, district, city]);
    expect(state).toMatchObject({ rung: 4, overdue: true });
    expect(state).not.toHaveProperty('rungAt');
  });

  it('for the district goes to the city where the area is a district itself', () => {
    const told = (area: string) => keep(raising(area).state, now + 3 * dayMs).told.map(({ to }) => to);

    expect(told(district)).toEqual([district, district, district, city, city]);
    expect(told(city)).toEqual([city, city, city, city]);
  });
});

describe('a response to a warning', () => {
  it.each([
    [act, 'warningActedOn', 'acted'],
    [{ type: 'respond', outcome: 'watched' } as const, 'warningWatched', 'watched'],
    [{ type: 'dismiss' } as const, 'warningDismissed', 'dismissed'],
  ])('%j is written and told to the district', (command, event, outcome) => {
    const { lines, told } = ask(raising().state, command);
    const state = take(raising().state, command);

    const rule = 'early.warning.respondWithin';
    expect(lines).toEqual([{ at: now + 1, event, by: place, rule, unit: place }]);
    expect(told).toEqual([{ at: now + 1, to: district, event }]);
    expect(state.response).toEqual({ outcome, at: now + 1, by: place });
    expect(warningKind.keys(state)).toMatchObject({ status: outcome, open: false });
    expect(warningKind.keys(state)).not.toHaveProperty('actBy');
  });

  it('is told to no district that gave it, nor where there is none', () => {
    expect(ask(raising().state, act, district).told).toEqual([]);
    expect(ask(raising(city).state, act, city).told).toEqual([]);
  });

  it('leaves the measurement to come; with it the warning ends', () => {
    const acted = take(raising().state, act);
    const { lines } = ask(acted, measure, 'clock');
    const over = take(acted, measure, 'clock', now + 5);

    expect(warningKind.nextPromiseAt(acted)).toBe(acted.measureBy);
    expect(lines).toMatchObject([{ event: 'warningMeasured', by: 'clock', rule: 'early.warning.effect' }]);
    expect(over.endedAt).toBe(now + 5);
    expect(warningKind.nextPromiseAt(over)).toBe(NEVER);
    expect(ask(over, act).decided).toEqual({
      ok: false,
      error: { code: 'NOT_ACCEPTED', status: 'measured', accepted: [] },
    });
  });
});

describe('the measurement of a warning', () => {
  it('is the clock’s, once', () => {
    const measured = take(raising().state, measure, 'clock');

    expect(ask(raising().state, measure, city).decided).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(ask(measured, measure, 'clock').decided).toEqual({
      ok: false,
      error: { code: 'NOT_ACCEPTED', status: 'raised', accepted: [] },
    });
  });

  it('that did not come in time is said so, and does not come later', () => {
    const { measureBy } = raising().state;
    const { lines, state } = keep(take(raising().state, act), measureBy + 1);

    const rule = 'early.warning.effect';
    expect(lines).toEqual([{ at: measureBy, event: 'warningUnmeasured', by: 'clock', rule, unit: place }]);
    expect(state).toMatchObject({ unmeasured: true, endedAt: measureBy });
    expect(warningKind.keys(state).status).toBe('unmeasured');
    expect(ask(state, measure, 'clock').decided).toMatchObject({ error: { code: 'NOT_ACCEPTED' } });
  });

  it('of a warning nobody answered ends it when its ladder is climbed: no answer is taken then', () => {
    const measured = take(raising().state, measure, 'clock');
    const climbed = keep(measured, now + 30 * dayMs).state;

    expect(measured).not.toHaveProperty('endedAt');
    expect(warningKind.keys(climbed)).toMatchObject({ status: 'measured', open: false, overdue: true });
    expect(climbed.endedAt).toBe(now + 2 * dayMs);
    expect(ask(climbed, act).decided).toMatchObject({ error: { status: 'measured', accepted: [] } });
  });
});
