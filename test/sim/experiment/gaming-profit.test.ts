import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../../sim/city/run-result.ts';
import type { GamingStrategy } from '../../../sim/city/units-schema.ts';
import { gamingProfit } from '../../../sim/experiment/compare/gaming-profit.ts';

const given = (...strategies: GamingStrategy[]) => ({
  units: { gaming: strategies.map((strategy) => ({ units: ['kind:subdistrict'], strategy })) },
});

/** A run whose last board gives units `a`, `b`, ... these scores and whose unit `a` plays. */
const run = (scores: readonly number[], plays: GamingStrategy | null = null) =>
  ({
    units: scores.map((_, i) => ({ unit: 'abc'[i], kind: 'subdistrict', plays: i === 0 ? plays : null })),
    boards: [
      { month: '2025-05', groups: { subdistricts: scores.map((score, i) => ({ unit: 'abc'[i], score })) } },
    ],
  }) as unknown as RunResult;

type Scenario = Parameters<typeof gamingProfit>[0];

describe('the profit of gaming', () => {
  it('is what the players gain: units of the same kind that do not play do not thin it', () => {
    const honest = [run([80, 90, 90])];
    const gamed = [run([88, 90, 90], 'closeUnsolved')];
    const harmed = [run([60, 90, 90], 'closeUnsolved')];

    const profit = gamingProfit(given('closeUnsolved') as Scenario, {
      a: { gamed, honest },
      b: { gamed: harmed, honest },
    });

    expect(profit).toMatchObject([{ strategy: 'closeUnsolved', a: { mean: 8 }, b: { mean: -20 } }]);
  });

  it('tells a strategy once, however many entries of the scenario give it', () => {
    const runs = { gamed: [run([88], 'disputeAll')], honest: [run([80])] };

    const profit = gamingProfit(given('disputeAll', 'disputeAll') as Scenario, { a: runs, b: runs });

    expect(profit).toHaveLength(1);
  });

  it('says nothing of a strategy that no unit on the board plays', () => {
    const runs = { gamed: [run([80])], honest: [run([80])] };

    const profit = gamingProfit(given('holdBack') as Scenario, { a: runs, b: runs });

    expect(profit).toEqual([]);
  });
});
