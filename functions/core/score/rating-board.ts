import type { UnitTable } from '../rules/unit-table.ts';
import type { BoardRanks, RatingRow } from './board.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { mean } from './points.ts';
import { ranked } from './rank.ts';
import { rounded } from './rounded.ts';
import type { Rater, RatingBoardRules, RatingPart, ScoreGroup } from './score-rules.ts';

export type PartScores = RatingRow['parts'];

/**
 * What the ratings of one unit come to, by the parts of the board. A function of the set of entries: `entries` may hold
 * other lines of the unit's ledger, of any number of months, in any order. A rater that the directory does not know has no voice.
 */
export function partScores(
  board: 'annual' | 'special',
  entries: Iterable<LedgerEntry>,
  { parts, voices }: RatingBoardRules,
  { kinds, byCode }: UnitTable,
): PartScores {
  const raterOf = (by: string): Rater | undefined => (by === 'public' ? by : kinds[byCode.get(by) ?? -1]);
  const seen = new Set<string>();
  const byRater = new Map<string, number[]>();
  for (const entry of entries) {
    if (entry.type !== 'rating' || entry.board !== board || seen.has(`${entry.month}/${entry.id}`)) continue;
    seen.add(`${entry.month}/${entry.id}`);
    const hundredths = Math.round(entry.points * 100);
    const own = byRater.get(entry.by);
    if (own === undefined) byRater.set(entry.by, [hundredths]);
    else own.push(hundredths);
  }
  return Object.fromEntries(
    parts.map((part) => {
      const raters = [...byRater].filter(([by]) => isOf(part, raterOf(by))).map(([, own]) => own);
      const ratings = raters.reduce((sum, own) => sum + own.length, 0);
      const found = { ratings, raters: raters.length };
      if (ratings < part.ratingsMin) return [part.key, found];
      // Sorted, so that the order of the additions is the same whatever the order of the entries.
      const voiced = voices === 'raters' ? raters.map(meanHundredths) : raters.flat();
      return [part.key, { ...found, points: meanHundredths(voiced.sort((a, b) => a - b)) / 100 }];
    }),
  );
}

const isOf = ({ by }: RatingPart, rater: Rater | undefined) => rater !== undefined && by.has(rater);

const meanHundredths = (values: readonly number[]) => mean(values) ?? 0;

export interface RatingBoardInput {
  /** `2026`, or the name of the check. */
  readonly period: string;
  /** By unit index; a unit nobody rated may be left out. */
  readonly parts: readonly (PartScores | undefined)[];
  readonly rules: RatingBoardRules;
  readonly units: UnitTable;
  readonly before?: BoardRanks | undefined;
}

export interface RatingBoard {
  readonly period: string;
  readonly groups: Readonly<Record<string, readonly RatingRow[]>>;
}

/**
 * A board made of ratings: the annual appraisal (年度考核) by `rules.score.annual`, or a special check (专项考核) by
 * `rules.score.special`. It reads that section alone, and no case.
 */
export function ratingBoard({ period, parts, rules, units, before }: RatingBoardInput): RatingBoard {
  const groups = rules.groups.map((group) => {
    const rows = units.codes.flatMap((code, unit) =>
      group.kinds.has(units.kinds[unit]!) ? [rowOf(code, parts[unit], group, rules)] : [],
    );
    return [group.key, ranked(rows, [], before?.[group.key])] as const;
  });
  return { period, groups: Object.fromEntries(groups) };
}

function rowOf(
  unit: string,
  found: PartScores | undefined,
  { fullMarks }: ScoreGroup,
  { parts, emptyPart, decimals }: RatingBoardRules,
): RatingRow {
  const scores: PartScores =
    found ?? Object.fromEntries(parts.map(({ key }) => [key, { ratings: 0, raters: 0 }]));
  const known = parts.filter(({ key }) => scores[key]?.points !== undefined);
  const weight = known.reduce((sum, part) => sum + part.weight, 0);
  if (weight === 0 || (emptyPart === 'unranked' && known.length < parts.length)) {
    return { unit, parts: scores };
  }
  const points = known.reduce((sum, part) => sum + scores[part.key]!.points! * part.weight, 0) / weight;
  return { unit, parts: scores, score: rounded((points / 100) * fullMarks, decimals) };
}
