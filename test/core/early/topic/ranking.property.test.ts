import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts, type MatterCounts } from '../../../../functions/core/early/topic/matter-counts.ts';
import { mattersOf } from '../../../../functions/core/early/topic/matters-of.ts';
import {
  type CountedMatter,
  rankCandidates,
  weightOf,
} from '../../../../functions/core/early/topic/rank-candidates.ts';
import type { CandidateRules } from '../../../../functions/core/early/topic/topic-rules.ts';
import type { LedgerEntry } from '../../../../functions/core/score/ledger-entry.ts';
import { shuffledTwice } from '../../score/shuffled-twice.ts';
import { aCase, ruling } from '../../score/support/entries.ts';
import { monthRules } from '../../score/support/score-rules.ts';

const seed = 2021;
const runs = { seed, numRuns: 300 };
const score = monthRules();

const anyRules = fc.record({
  windowMonths: fc.constant(3),
  casesMin: fc.integer({ min: 1, max: 4 }),
  answeredMin: fc.integer({ min: 1, max: 2 }),
  weights: fc.record({
    frequency: fc.constantFrom(0, 0.5, 1, 2),
    unresolved: fc.constantFrom(0.5, 1),
    dissatisfied: fc.constantFrom(0.5, 1),
  }),
  listMax: fc.integer({ min: 1, max: 20 }),
}) satisfies fc.Arbitrary<CandidateRules>;

const said = fc.constantFrom('yes', 'no', 'no' as const);
const anyCase = fc.record({
  unit: fc.constantFrom('a', 'b'),
  month: fc.constantFrom('2026-10', '2026-11'),
  item: fc.constantFrom('item-0', 'item-1', 'item-2'),
  kind: fc.constantFrom('complaint', 'complaint', 'patrol'),
  resolved: said,
  satisfied: said,
  isExcluded: fc.constantFrom(false, false, true),
});

/** Cases of a few items and units, some of them taken out by a ruling. */
const itemised = fc.array(anyCase, { minLength: 5, maxLength: 40 }).map((given) =>
  given.flatMap(({ isExcluded, unit, ...one }, n): LedgerEntry[] => {
    const entry = aCase(unit, `c${n}`, one);
    return isExcluded ? [entry, { ...ruling('exclusion', entry), month: entry.month }] : [entry];
  }),
);

/** As a job counts them: each unit's entries by themselves. */
const countedBy = (entries: readonly LedgerEntry[]): CountedMatter[] =>
  [...Map.groupBy(entries, ({ unit, month }) => `${unit} ${month}`).values()].flatMap((own) =>
    [...mattersOf(own, score)].map(([item, counts]) => ({ item, ...counts })),
  );

describe(`candidates of any ledger (seed ${seed})`, () => {
  it('are a function of the set of entries: order and repetition change nothing', () => {
    const shuffled = shuffledTwice(itemised);

    fc.assert(
      fc.property(shuffled, anyRules, ([entries, again], rules) => {
        expect(rankCandidates(countedBy(again), rules)).toEqual(rankCandidates(countedBy(entries), rules));
      }),
      runs,
    );
  });

  it('are ranked alike however the counts of a matter are cut', () => {
    const anyCounts = fc
      .tuple(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(40))
      .map(([a, b, c, d]): MatterCounts => {
        const resolutionBase = Math.max(a, b);
        const satisfactionBase = Math.max(c, d);
        const cases = Math.max(resolutionBase, satisfactionBase);
        return {
          cases,
          resolutionBase,
          unresolved: Math.min(a, b),
          satisfactionBase,
          dissatisfied: Math.min(c, d),
        };
      });
    const anyParts = fc.array(fc.record({ item: fc.constantFrom('a', 'b', 'c'), counts: anyCounts }), {
      minLength: 1,
      maxLength: 12,
    });

    fc.assert(
      fc.property(anyParts, anyRules, (parts, rules) => {
        const whole = [...Map.groupBy(parts, ({ item }) => item)].map(([item, all]) => ({
          item,
          ...all.map(({ counts }) => counts).reduce(addCounts),
        }));
        const cut = parts.map(({ item, counts }) => ({ item, ...counts }));

        expect(rankCandidates(cut, rules)).toEqual(rankCandidates(whole, rules));
      }),
      runs,
    );
  });

  it('stand by falling weight, never below the minimum, and no more than the list takes', () => {
    let seen = 0;

    fc.assert(
      fc.property(itemised, anyRules, (entries, rules) => {
        const ranked = rankCandidates(countedBy(entries), rules);
        seen += ranked.length;
        const weights = ranked.map(({ weight }) => weight);

        expect(weights).toEqual([...weights].sort((a, b) => b - a));
        expect(ranked.length).toBeLessThanOrEqual(rules.listMax);
        for (const one of ranked) {
          expect(one.cases).toBeGreaterThanOrEqual(rules.casesMin);
          expect(one.weight).toBe(weightOf(one, rules));
          expect(one.weight).toBeGreaterThan(0);
        }
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(100);
  });
});
