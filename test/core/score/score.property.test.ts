import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rate } from '../../../functions/core/score/board.ts';
import {
  casesBehind,
  countingFor,
  type rowAnswers,
  tradeLedBy,
} from '../../../functions/core/score/cases-behind.ts';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { type MonthRules, rateNames } from '../../../functions/core/score/score-rules.ts';
import { emptyTally, mergeTally } from '../../../functions/core/score/tally.ts';
import { tallyOf } from '../../../functions/core/score/tally-of.ts';
import { shuffledTwice } from './shuffled-twice.ts';
import { anyEntries } from './support/any-entries.ts';
import { boardFrom, ruling } from './support/entries.ts';
import { sampleUnits } from './support/sample-units.ts';
import { monthRules, says } from './support/score-rules.ts';

const seed = 2026;
const runs = { seed, numRuns: 200 };

/** Packs that differ in what they count and how. */
const packs: readonly MonthRules[] = [
  monthRules(),
  monthRules({
    merged: says('excluded'),
    emptyBase: says('groupMean'),
    emptyRate: says('groupMean'),
    tieBreakers: says(['onTime', 'cases']),
    rates: {
      resolution: { unreachable: says('asNo'), unanswered: says('asNo') },
      onTime: { weight: says(30), chargedDelay: says('late') },
    },
    department: { tradeIncludesOwn: says(true) },
  }),
  monthRules({ rates: { onTime: { chargedDelay: says('onTime'), overdueOpen: says('notCounted') } } }),
];
const anyPack = fc.constantFrom(...packs);

const ofUnit = (entries: readonly LedgerEntry[], unit: number) =>
  entries.filter((entry) => entry.unit === sampleUnits.codes[unit]);

describe(`boards of any ledger (seed ${seed})`, () => {
  it('are a function of the set of entries: order and repetition change nothing', () => {
    const shuffled = shuffledTwice(anyEntries);

    fc.assert(
      fc.property(shuffled, anyPack, ([entries, again], rules) => {
        expect(boardFrom(again, rules)).toEqual(boardFrom(entries, rules));
      }),
      runs,
    );
  });

  it('are as before when a case is excluded and put back', () => {
    fc.assert(
      fc.property(anyEntries, anyPack, fc.nat(), (entries, rules, pick) => {
        const all = entries.filter(({ type }) => type === 'case' || type === 'overdue');
        const one = all[pick % Math.max(1, all.length)];
        fc.pre(one !== undefined && !entries.some((entry) => 'of' in entry && entry.of === one.id));

        const restored = boardFrom(
          [...entries, ruling('exclusion', one, { at: 5 }), ruling('inclusion', one, { at: 6 })],
          rules,
        );

        expect(restored).toEqual(boardFrom(entries, rules));
      }),
      runs,
    );
  });

  it('count an excluded case nowhere but as excluded', () => {
    fc.assert(
      fc.property(anyEntries, anyPack, (entries, rules) => {
        const all = entries.filter(
          ({ type, ...rest }) => 'kind' in rest && (type === 'case' || type === 'overdue'),
        );
        const out = all.map((one) => ruling('exclusion', one, { at: 9 }));

        for (const row of Object.values(boardFrom([...entries, ...out], rules).groups).flat()) {
          expect(row).toMatchObject({ cases: 0, resolution: { base: 0 }, onTime: { base: 0 } });
        }
      }),
      runs,
    );
  });

  it('come from the same tally whatever way the cases are parted and merged', () => {
    const parted = anyEntries.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.array(fc.nat({ max: 3 }), { minLength: entries.length, maxLength: entries.length }),
      ),
    );

    fc.assert(
      fc.property(parted, anyPack, ([entries, parts], rules) => {
        const cases = entries.filter(
          ({ type }) => type === 'case' || type === 'overdue' || type === 'points',
        );
        const merged = emptyTally();

        for (const part of [2, 0, 3, 1]) {
          mergeTally(
            merged,
            tallyOf(
              cases.filter((_, n) => parts[n] === part),
              rules,
            ).own,
          );
        }

        expect(merged).toEqual(tallyOf(cases, rules).own);
      }),
      runs,
    );
  });
});

describe(`every number of a board (seed ${seed})`, () => {
  const opens = (rate: Rate, behind: (answer: 'yes' | 'no') => number) => {
    expect({ yes: behind('yes'), no: behind('no') }).toEqual({ yes: rate.yes, no: rate.base - rate.yes });
  };

  it('opens down to as many cases as it says, of its units, its trade and the delays charged to it', () => {
    fc.assert(
      fc.property(anyEntries, anyPack, (entries, rules) => {
        const board = boardFrom(entries, rules);

        for (const row of Object.values(board.groups).flat()) {
          const unit = sampleUnits.byCode.get(row.unit)!;
          const counting = countingFor(unit, rules, sampleUnits);
          const chargedTo = counting.map((one) => sampleUnits.codes[one]!);
          for (const rate of rateNames) {
            opens(row[rate], (answer) => {
              const own = counting.map(
                (one) => casesBehind(ofUnit(entries, one), { rate, answer }, rules).length,
              );
              const charged =
                rate !== 'onTime' || answer !== 'no'
                  ? []
                  : chargedTo.flatMap((code) =>
                      sampleUnits.codes.map(
                        (_, one) =>
                          casesBehind(ofUnit(entries, one), { rate, answer, chargedTo: code }, rules).length,
                      ),
                    );
              return [...own, ...charged].reduce((sum, count) => sum + count, 0);
            });
            if (row.trade === undefined) continue;
            opens(row.trade[rate], (answer) =>
              tradeLedBy(unit, rules, sampleUnits)
                .map(
                  (one) => casesBehind(ofUnit(entries, one), { rate, answer, trade: row.unit }, rules).length,
                )
                .reduce((sum, count) => sum + count, 0),
            );
          }
        }
      }),
      { seed, numRuns: 60 },
    );
  });

  it('leaves no case out: yes, no and none are all that count, the others stand beside them', () => {
    fc.assert(
      fc.property(anyEntries, anyPack, (entries, rules) => {
        for (const [, own] of Map.groupBy(entries, ({ unit }) => unit)) {
          const tally = tallyOf(own, rules).own;
          for (const rate of ['response', 'resolution', 'satisfaction'] as const) {
            const count = (answer: (typeof rowAnswers)[number]) =>
              casesBehind(own, { rate, answer }, rules).length;
            expect(count('yes') + count('no') + count('none')).toBe(tally.cases);
            expect(count('excluded')).toBe(tally.excluded);
            expect(count('notCounted')).toBe(tally.notCounted);
            expect(count('apart')).toBe(tally.apart);
          }
        }
      }),
      runs,
    );
  });
});
