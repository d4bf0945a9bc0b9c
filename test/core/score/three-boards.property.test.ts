import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import { partScores, ratingBoard } from '../../../functions/core/score/rating-board.ts';
import type { ScoreRules } from '../../../functions/core/score/score-rules.ts';
import { anyEntries } from './support/any-entries.ts';
import { changedLeaves } from './support/changed-leaves.ts';
import { boardFrom, rating } from './support/entries.ts';
import { sampleUnits } from './support/sample-units.ts';
import { rulesIfWhole, scorePolicyWith, scoreRules } from './support/score-rules.ts';
import { specialCheck } from './support/special-check.ts';

const seed = 2026;

const ofUnit = (entries: readonly LedgerEntry[], unit: number) =>
  entries.filter((entry) => entry.unit === sampleUnits.codes[unit]);

describe(`the three boards (seed ${seed})`, () => {
  const policy = scorePolicyWith(specialCheck);
  const ratings = [
    ...['east-1', 'west-2', 'city', 'east'].map((by, n) => rating('water', by, 20 * n + 7)),
    ...['east-1', 'public', 'city'].map((by, n) => rating('water', by, 30 * n + 5, { board: 'special' })),
  ];
  const boards = (entries: readonly LedgerEntry[], rules: ScoreRules) => {
    const rated = (board: 'annual' | 'special', section: ScoreRules['annual']) =>
      section &&
      ratingBoard({
        ...{ period: '2026', rules: section, units: sampleUnits },
        parts: sampleUnits.codes.map((_, unit) =>
          partScores(board, ofUnit([...entries, ...ratings], unit), section, sampleUnits),
        ),
      });
    return {
      month: boardFrom([...entries, ...ratings], rules.month),
      annual: rated('annual', rules.annual),
      special: rated('special', rules.special),
    };
  };
  const [ledger] = fc.sample(
    anyEntries.filter((entries) => entries.length > 40),
    { seed, numRuns: 1 },
  );
  const plain = boards(ledger!, scoreRules(specialCheck));

  it.each(['month', 'annual', 'special'] as const)(
    'never read the leaves of %s, but for that board',
    (section) => {
      let tried = 0;
      let moved = 0;
      for (const overlay of changedLeaves(policy[section]!)) {
        const rules = rulesIfWhole(specialCheck, { [section]: overlay });
        if (rules === undefined) continue;
        tried += 1;

        const { [section]: own, ...others } = boards(ledger!, rules);
        const { [section]: ownBefore, ...othersBefore } = plain;

        expect(others).toEqual(othersBefore);
        if (JSON.stringify(own) !== JSON.stringify(ownBefore)) moved += 1;
      }

      expect(tried, 'changes tried').toBeGreaterThan(8);
      expect(moved, 'changes that moved their own board').toBeGreaterThan(3);
    },
  );

  it('read no case but the month, and no rating but the other two', () => {
    const rules = scoreRules(specialCheck);

    expect(boards([], rules)).toMatchObject({ annual: plain.annual, special: plain.special });
    expect(boardFrom(ledger!, rules.month)).toEqual(plain.month);
  });
});
