import { describe, expect, it } from 'vitest';
import { patrolKind } from '../../../../functions/core/early/patrol/patrol-kind.ts';
import type { PatrolState } from '../../../../functions/core/early/patrol/patrol-state.ts';
import { NEVER } from '../../../../functions/core/time.ts';
import { ask, august, noting, rules } from './sample-patrol.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);
const eightOnThe2nd = at('2018-08-02T08:00:00');
const walked = (stops: number[] = [0, 2], round = {}) =>
  ({ type: 'recordRound', rhythm: 'daily', period: '2018-08-02', stops, ...round }) as const;
const roundOf = (state: PatrolState, period: string) =>
  state.rounds.find((round) => round.period === period)!;

function accepted(...args: Parameters<typeof ask>) {
  const asked = ask(...args);
  if (!asked.decided.ok) throw new Error(JSON.stringify(asked.decided.error));
  return { ...asked, state: asked.decided.value };
}

describe('a month of a route', () => {
  it('owes its days, the weeks that begin in it and its own review', () => {
    const counts = Object.groupBy(august().rounds, ({ rhythm }) => rhythm);

    expect([counts.daily?.length, counts.weekly?.length, counts.monthly?.length]).toEqual([31, 4, 1]);
  });

  it('owes only whole days, weeks and months of a route that begins in its midst', () => {
    const counts = Object.groupBy(
      august({ fromAt: at('2018-08-21T00:00:00') }).rounds,
      ({ rhythm }) => rhythm,
    );

    expect([counts.daily?.length, counts.weekly?.length, counts.monthly?.length]).toEqual([11, 1, undefined]);
  });

  it('promises its earliest round, and to open the next month when it ends', () => {
    expect(patrolKind.nextPromiseAt(august())).toBe(at('2018-08-01T22:00:00'));
    expect(patrolKind.workAt!(august())).toBe(at('2018-09-01T00:00:00'));
  });
});

describe('a round', () => {
  it('is done in its window, by whoever walks it, with the stops in order and once each', () => {
    const { state, entries } = accepted(august(), walked([2, 0, 2]), eightOnThe2nd);

    expect(roundOf(state, '2018-08-02')).toMatchObject({
      status: 'done',
      endedAt: eightOnThe2nd,
      stops: [0, 2],
    });
    expect(entries.at(-1)).toEqual({ at: eightOnThe2nd, event: 'roundDone', by: 'village' });
  });

  it('is still in time at its very limit, and missed a millisecond later', () => {
    const limit = at('2018-08-02T22:00:00');

    expect(ask(august(), walked(), limit).decided.ok).toBe(true);
    expect(ask(august(), walked(), limit + 1).decided).toMatchObject({
      error: { code: 'OUT_OF_TURN' },
    });
  });

  it('is missed once, stamped with its own limit, and told to the subdistrict', () => {
    const noted = noting();
    const late = patrolKind.keep(august(), at('2018-08-03T12:00:00'), rules, noted.out);
    const again = patrolKind.keep(late, at('2018-08-03T12:00:00'), rules, noted.out);

    const limits = [at('2018-08-01T22:00:00'), at('2018-08-02T22:00:00')];
    expect(noted.entries.map((entry) => [entry.event, entry.at, entry.by])).toEqual(
      limits.map((limit) => ['roundMissed', limit, 'clock']),
    );
    expect(noted.notices).toEqual(limits.map((limit) => ({ at: limit, to: 'daanshan' })));
    expect(again).toEqual(late);
  });

  it('is not made before its window opens, nor twice, nor at stops the route does not have', () => {
    const { state } = accepted(august(), walked(), eightOnThe2nd);

    const early = ask(august(), walked(), at('2018-08-02T05:59:59'));
    const twice = ask(state, walked(), eightOnThe2nd + 1);
    const nowhere = ask(august(), walked([3]), eightOnThe2nd);

    expect(early.decided).toMatchObject({ error: { code: 'OUT_OF_TURN' } });
    expect(twice.decided).toMatchObject({ error: { code: 'OUT_OF_TURN' } });
    expect(nowhere.decided).toMatchObject({ error: { code: 'INVALID', field: 'stops' } });
    expect(ask(august(), walked([], { period: '2018-09-02' }), eightOnThe2nd).decided).toMatchObject({
      error: { code: 'INVALID', field: 'period' },
    });
    expect(ask(august(), walked([], { rhythm: 'hourly' }), eightOnThe2nd).decided).toMatchObject({
      error: { code: 'INVALID', field: 'rhythm', reason: 'expected one of daily, weekly, monthly' },
    });
  });

  it('is noted by its unit or the subdistrict, and by nobody else', () => {
    const by = (unit: string) => ask(august(), walked(), eightOnThe2nd, unit).decided.ok;

    expect(['village', 'daanshan', 'grid-2', 'fangshan', 'hotline', 'clock'].map(by)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('a finding', () => {
  const finding = {
    type: 'linkFinding',
    rhythm: 'daily',
    period: '2018-08-02',
    ticketId: 'b'.repeat(32),
  } as const;

  it('stands with the round that was open when it came, once however often it is linked', () => {
    const { state } = accepted(august(), finding, eightOnThe2nd);
    const again = accepted(state, finding, eightOnThe2nd + 1);

    expect(roundOf(again.state, '2018-08-02').findings).toEqual([finding.ticketId]);
    expect(again.entries).toEqual(ask(state, finding, eightOnThe2nd + 1).entries);
    expect(again.entries.some(({ event }) => event === 'findingLinked')).toBe(false);
  });

  it('is taken off its round by the service alone, once, also when the round is over', () => {
    const unlink = { ...finding, type: 'unlinkFinding' } as const;
    const linked = accepted(august(), finding, eightOnThe2nd).state;
    const later = eightOnThe2nd + 30 * 86_400_000;

    const off = ask(linked, unlink, later, 'clock');
    const byWalker = ask(linked, unlink, later, 'village');

    if (!off.decided.ok) throw new Error(off.decided.error.code);
    expect(roundOf(off.decided.value, '2018-08-02').findings).toEqual([]);
    expect(off.entries.at(-1)).toMatchObject({ event: 'findingUnlinked', by: 'clock' });
    expect(ask(off.decided.value, unlink, later, 'clock').decided).toEqual(off.decided);
    expect(byWalker.decided).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('has a limit for each round', () => {
    let state = august();
    for (let n = 0; n < 20; n += 1) {
      state = accepted(state, { ...finding, ticketId: String(n).padStart(32, '0') }, eightOnThe2nd).state;
    }

    expect(ask(state, finding, eightOnThe2nd).decided).toMatchObject({
      error: { code: 'LIMIT_REACHED', limit: 20 },
    });
  });
});

describe('a route', () => {
  it('that is given up owes nothing more, but what was missed stays missed', () => {
    const { state } = accepted(august(), { type: 'retire' }, eightOnThe2nd, 'daanshan');

    expect(roundOf(state, '2018-08-01').status).toBe('missed');
    expect(roundOf(state, '2018-08-02').status).toBe('void');
    expect(patrolKind.nextPromiseAt(state)).toBe(NEVER);
    expect(patrolKind.workAt!(state)).toBe(NEVER);
    expect(patrolKind.keys(state)).toMatchObject({ open: false, status: 'retired' });
  });

  it('is managed by the subdistrict and those over it, not by those who walk it', () => {
    const by = (unit: string) => ask(august(), { type: 'retire' }, eightOnThe2nd, unit).decided.ok;

    expect(['village', 'daanshan', 'fangshan', 'city', 'grid-2'].map(by)).toEqual([
      false,
      true,
      true,
      rules.units.byCode.has('city'),
      false,
    ]);
  });

  it('has the name of its chief changed by the subdistrict', () => {
    const chief = { name: '街巷长乙', phone: '010-00000001' };

    const { state } = accepted(august(), { type: 'nameChief', chief }, eightOnThe2nd, 'daanshan');

    expect(state.route.chief).toEqual(chief);
  });

  it('has its next month opened by the clock alone', () => {
    const at9 = at('2018-09-01T00:00:00');

    const opened = accepted(august(), { type: 'openedNext' }, at9, 'clock');

    expect(ask(august(), { type: 'openedNext' }, at9, 'daanshan').decided.ok).toBe(false);
    expect(patrolKind.workAt!(opened.state)).toBe(NEVER);
    expect(patrolKind.keys(opened.state).open).toBe(true);
    const after = patrolKind.keep(opened.state, at('2018-09-03T00:00:00'), rules, noting().out);
    expect(patrolKind.keys(after)).toMatchObject({ open: false, status: 'ended' });
  });
});
