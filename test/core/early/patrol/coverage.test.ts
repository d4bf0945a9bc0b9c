import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../../functions/core/early/patrol/coverage.ts';
import { patrolKind } from '../../../../functions/core/early/patrol/patrol-kind.ts';
import type { PatrolState } from '../../../../functions/core/early/patrol/patrol-state.ts';
import { ask, august, noting, rules } from './sample-patrol.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);

function walk(state: PatrolState, day: string, stops: number[]): PatrolState {
  const round = { rhythm: 'daily', period: day };
  const { decided } = ask(state, { type: 'recordRound', ...round, stops }, at(`${day}T09:00:00`));
  if (!decided.ok) throw new Error(decided.error.code);
  return decided.value;
}

describe('the coverage of a period', () => {
  it('counts every round once, findings, and the stops that any round of the rhythm visited', () => {
    const first = walk(walk(august(), '2018-08-01', [0]), '2018-08-04', [0, 2]);
    const linked = ask(
      first,
      { type: 'linkFinding', rhythm: 'daily', period: '2018-08-04', ticketId: 't-1' },
      at('2018-08-04T10:00:00'),
    ).decided;
    const second = august({ routeId: 'b'.repeat(32), stops: ['东口', '西口'] });
    const fifth = at('2018-08-05T08:00:00');

    const states = [linked.ok ? linked.value : first, second].map((state) =>
      patrolKind.keep(state, fifth, rules, noting().out),
    );

    expect(coverageOf(states)).toEqual([
      {
        owner: 'village',
        role: 'street-chief',
        rhythm: 'daily',
        routes: 2,
        due: 62,
        done: 2,
        missed: 6,
        open: 54,
        calledOff: 0,
        findings: 1,
        stops: 5,
        stopsCovered: 2,
      },
      expect.objectContaining({ rhythm: 'monthly', due: 2, open: 2, stopsCovered: 0 }),
      expect.objectContaining({ rhythm: 'weekly', due: 8, open: 8 }),
    ]);
  });

  it('counts the stops of a route once, though several of its months are there', () => {
    const months = [walk(august(), '2018-08-01', [0]), walk(august(), '2018-08-02', [0, 1])];

    const daily = coverageOf(months).find(({ rhythm }) => rhythm === 'daily');

    expect(daily).toMatchObject({ routes: 1, due: 62, done: 2, stops: 3, stopsCovered: 2 });
  });
});
