import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raiseWarning } from '../../../../functions/core/early/warning/raise-warning.ts';
import type { WarningCommand } from '../../../../functions/core/early/warning/warning-command.ts';
import { warningKind } from '../../../../functions/core/early/warning/warning-kind.ts';
import { type WarningState, warningState } from '../../../../functions/core/early/warning/warning-state.ts';
import { dayMs, hourMs, NEVER } from '../../../../functions/core/time.ts';
import { beijing } from '../../../support/beijing.ts';

const { rules } = beijing('beijing-2019');
const [place, district, city] = ['110101017', '110101', '110000'];
const now = Date.parse('2026-11-22T10:11:00+08:00');
const hour = (now - 11 * 60_000 + 8 * hourMs) / hourMs - 1;

interface Line {
  readonly at: number;
  readonly event: string;
  readonly unit: string | undefined;
}

function journal() {
  const entries: Line[] = [];
  const notices: string[] = [];
  return {
    entries,
    notices,
    entry: (at: number, event: string, _by: string, _rule: string, unit?: string) =>
      void entries.push({ at, event, unit }),
    notice: (_at: number, to: string, event: string) => void notices.push(`${event} ${to}`),
  };
}

function raised(area = place) {
  const out = journal();
  const forecast = { from: hour + 1, to: hour + 168, mean: 20, low: 11, high: 30, within: 0.9 };
  const alarm = {
    key: `${area}/${hour}`,
    area,
    cause: 'surge',
    hour,
    since: hour - 1,
    count: 9,
    usual: 0.5,
    forecast,
  };
  const ticketIds = Array.from({ length: 60 }, (_, n) => `t${n}`);
  const state = raiseWarning({ item: '0105-01', alarm, ticketIds }, rules.early.warning!, now, rules, out);
  return { state, out };
}

const decide = (state: WarningState, command: WarningCommand, by: string, at = now + hourMs) =>
  warningKind.decide(state, command, { unit: by }, at, rules, journal());

function must(result: ReturnType<typeof decide>): WarningState {
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

describe('an early warning', () => {
  it('tells the unit and its district, says until when to respond, and names fifty tickets at most', () => {
    const { state, out } = raised();

    expect(out.notices).toEqual([`warningRaised ${place}`, `warningRaised ${district}`]);
    expect(warningKind.keys(state)).toMatchObject({
      status: 'raised',
      open: true,
      owner: place,
      actBy: now + dayMs,
    });
    expect(state.ticketIds).toHaveLength(50);
    expect(state.until - state.since).toBe(2 * hourMs);
    expect(warningState.parse(JSON.parse(JSON.stringify(state)))).toEqual(state);
  });

  it('of the whole city is told to the city alone', () => {
    const { state, out } = raised(city);

    expect(out.notices).toEqual([`warningRaised ${city}`]);
    expect(warningKind.keys(state).lists).toEqual([`warning/${city}`, `warning/${city}/2026-11`]);
  });

  it('climbs each rung at its own time, the deadline only when it has passed', () => {
    const out = journal();

    const onTime = warningKind.keep(raised().state, now + dayMs, rules, journal());
    const after = warningKind.keep(raised().state, now + 3 * dayMs, rules, out);

    expect(onTime.overdue).toBe(false);
    expect(after.overdue).toBe(true);
    expect(out.entries.map(({ at, event, unit }) => [(at - now) / hourMs, event, unit])).toEqual([
      [12, 'warningRungClimbed', place],
      [19.2, 'warningRungClimbed', place],
      [24, 'warningOverdue', district],
      [48, 'warningRungClimbed', city],
    ]);
    expect(out.notices).toContain(`warningOverdue ${place}`);
  });

  it.each([
    [place, true],
    [district, true],
    [city, true],
    ['hotline', true],
    ['110101016', false],
    ['110105', false],
    ['ent-water', false],
  ])('lets %s respond: %s', (by, may) => {
    const answer = decide(raised().state, { type: 'respond', outcome: 'acted' }, by);

    expect(answer.ok).toBe(may);
    if (!answer.ok) expect(answer.error.code).toBe('FORBIDDEN');
  });

  it('that is watched may still be acted on or dismissed; one that was acted on is not dismissed', () => {
    const watched = must(decide(raised().state, { type: 'respond', outcome: 'watched' }, place));
    const acted = must(decide(watched, { type: 'respond', outcome: 'acted' }, place));

    const again = decide(watched, { type: 'respond', outcome: 'watched' }, place);
    const dismissed = decide(acted, { type: 'dismiss' }, place);

    expect(again).toEqual({
      ok: false,
      error: { code: 'NOT_ACCEPTED', status: 'watched', accepted: ['acted', 'dismissed'] },
    });
    expect(dismissed).toEqual({ ok: false, error: { code: 'NOT_ACCEPTED', status: 'acted', accepted: [] } });
    expect(acted.rungAt).toBeUndefined();
  });

  it('is measured by the watch alone, once', () => {
    const acted = must(decide(raised().state, { type: 'respond', outcome: 'acted' }, place));

    const measured = must(decide(acted, { type: 'measure', count: 14 }, 'clock'));

    const unanswered = must(decide(raised().state, { type: 'measure', count: 14 }, 'clock'));

    expect(warningKind.keys(unanswered)).toMatchObject({ status: 'raised', open: true });
    expect(measured.effect).toEqual({ count: 14, avoided: 6, low: -3, high: 16 });
    expect(warningKind.keys(measured)).toMatchObject({ status: 'measured', open: false });
    expect(decide(acted, { type: 'measure', count: 14 }, city).ok).toBe(false);
    expect(decide(measured, { type: 'measure', count: 15 }, 'clock').ok).toBe(false);
  });

  it('ends once, whatever happens in whatever order, and then promises nothing', () => {
    const command = fc.oneof(
      fc.constant<WarningCommand>({ type: 'dismiss' }),
      fc.constant<WarningCommand>({ type: 'respond', outcome: 'acted' }),
      fc.constant<WarningCommand>({ type: 'respond', outcome: 'watched' }),
      fc.constant<WarningCommand>({ type: 'measure', count: 3 }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(command, fc.integer({ min: 1, max: 200 }))), (asked) => {
        const out = journal();
        let { state } = raised();
        let at = now;
        for (const [one, hours] of asked) {
          at += hours * hourMs;
          state = warningKind.keep(state, at, rules, out);
          const by = one.type === 'measure' ? 'clock' : place;
          const done = warningKind.decide(state, one, { unit: by }, at, rules, out);
          if (done.ok) state = done.value;
        }
        state = warningKind.keep(state, at + 30 * dayMs, rules, out);

        expect(warningKind.nextPromiseAt(state)).toBe(NEVER);
        expect(state.endedAt).toBeDefined();
        const ends = out.entries.filter(({ event }) => /warning(Measured|Unmeasured)/.test(event));
        expect(ends).toHaveLength(1);
        const times = out.entries.map(({ at: when }) => when);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
    );
  });
});
