import type { UnitIndex, UnitTable } from '../rules/unit-table.ts';
import { type BoardRanks, type BoardRow, type Rates, ranksOf } from './board.ts';
import { classOf } from './class-of.ts';
import { type MonthTallies, pooled } from './month-tallies.ts';
import { byRate, type Earned, earnedBy, mean, meanEarned, type Points, pointsSum, weigh } from './points.ts';
import { ranked } from './rank.ts';
import { ratesOf } from './rates-of.ts';
import { rounded } from './rounded.ts';
import type { MonthRules, ScoreGroup } from './score-rules.ts';
import { emptyTally, type UnitTally } from './tally.ts';

export interface MonthBoardInput {
  readonly month: string;
  readonly tallies: MonthTallies;
  readonly rules: MonthRules;
  readonly units: UnitTable;
  /** Ranks of earlier boards, the latest first; `undefined` for a month without one. */
  readonly before?: readonly (BoardRanks | undefined)[];
}

export interface MonthBoard {
  readonly month: string;
  /** Rows by group in the order of rank; units without a rank stand last. */
  readonly groups: Readonly<Record<string, readonly BoardRow[]>>;
}

/**
 * The month's board (月度排名): a pure function of the tallies and the pack's rules of the month. Every unit of a group's
 * kinds has a row, also one without a case.
 */
export function monthBoard(input: MonthBoardInput): MonthBoard {
  const all = pooled(input.tallies.own, input.rules, input.units);
  const groups = input.rules.groups.map((group) => [group.key, groupRows(group, all, input)] as const);
  return { month: input.month, groups: Object.fromEntries(groups) };
}

interface Standing {
  readonly unit: UnitIndex;
  readonly own: UnitTally;
  readonly rates: Rates;
  readonly earned: Earned;
  readonly trade?: { readonly rates: Rates; readonly earned: Earned };
}

function groupRows(
  group: ScoreGroup,
  all: readonly (UnitTally | undefined)[],
  { tallies, rules, units, before = [] }: MonthBoardInput,
): BoardRow[] {
  const standings = units.codes.flatMap((_, unit) =>
    group.kinds.has(units.kinds[unit]!) ? [standingOf(unit, all, tallies, rules, units)] : [],
  );
  const means = {
    own: meanEarned(standings.map(({ earned }) => earned)),
    trade: meanEarned(standings.flatMap(({ trade }) => (trade === undefined ? [] : [trade.earned]))),
  };
  const points = standings.map((standing) => pointsOf(standing, means, rules));
  const groupMean = mean(points.map((one) => (one === undefined ? undefined : pointsSum(one))));
  const rows = standings.map((standing, n) =>
    rowOf(standing, points[n], groupMean, { fullMarks: group.fullMarks, rules, units }),
  );
  const breakers = rules.tieBreakers.map(
    (name) => (row: BoardRow) => (name === 'cases' ? row.cases : row[name].share),
  );
  const earlier = before.map((board) => board?.[group.key]);
  const ordered = ranked(rows, breakers, earlier[0]);
  const now = ranksOf({ now: ordered }).now!;
  return ordered.map((row) => {
    const found = classOf(row, now, earlier, rules.classes);
    return found === undefined ? row : { ...row, class: found };
  });
}

function standingOf(
  unit: UnitIndex,
  all: readonly (UnitTally | undefined)[],
  { trade }: MonthTallies,
  rules: MonthRules,
  units: UnitTable,
): Standing {
  const own = all[unit] ?? emptyTally();
  const rates = ratesOf(own);
  const standing = { unit, own, rates, earned: earnedBy(rates, rules) };
  if (units.kinds[unit] !== 'department') return standing;
  const tradeRates = ratesOf(trade[unit] ?? emptyTally());
  return { ...standing, trade: { rates: tradeRates, earned: earnedBy(tradeRates, rules) } };
}

/** A department's points weigh its own cases and its trade's (部门+行业); where one is empty the other takes its weight. */
function pointsOf(
  { rates, earned, trade }: Standing,
  means: { readonly own: Earned; readonly trade: Earned },
  rules: MonthRules,
): Points | undefined {
  if (rates.cases + (trade?.rates.cases ?? 0) < rules.baseMin) return undefined;
  const own = weigh(earned, means.own, rules);
  if (trade === undefined) return own;
  const ofTrade = weigh(trade.earned, means.trade, rules);
  const ownWeight = own === undefined ? 0 : rules.department.own;
  const tradeWeight = ofTrade === undefined ? 0 : rules.department.trade;
  const total = ownWeight + tradeWeight;
  if (total === 0) return undefined;
  return byRate((name) => ((own?.[name] ?? 0) * ownWeight + (ofTrade?.[name] ?? 0) * tradeWeight) / total);
}

interface RowContext {
  readonly fullMarks: number;
  readonly rules: MonthRules;
  readonly units: UnitTable;
}

function rowOf(
  { unit, own, rates, trade }: Standing,
  points: Points | undefined,
  groupMean: number | undefined,
  { fullMarks, rules, units }: RowContext,
): BoardRow {
  const bonus = Math.min(own.bonusHundredths / 100, rules.bonusMax);
  const deduction = Math.min(own.deductionHundredths / 100, rules.deductionMax);
  const { excluded, notCounted, apart } = own;
  const row = {
    unit: units.codes[unit]!,
    ...rates,
    ...(trade === undefined ? {} : { trade: trade.rates }),
    ...{ excluded, notCounted, apart, bonus, deduction },
  };
  const base = baseScore(points, groupMean, rules);
  if (base === undefined) return row;
  const score = Math.max(0, rounded(base.share * fullMarks + bonus - deduction, rules.decimals));
  if (points === undefined) return { ...row, score, scoreFrom: base.from };
  return {
    ...row,
    points: byRate((name) => rounded(points[name] * fullMarks, pointDecimals)),
    score,
    scoreFrom: base.from,
  };
}

/** Points are shown finer than scores, so that they add up. */
const pointDecimals = 6;

/** The score as a share of full marks, by the rule of empty bases where nothing was measured. */
function baseScore(
  points: Points | undefined,
  groupMean: number | undefined,
  { emptyBase }: MonthRules,
): { readonly share: number; readonly from: 'cases' | 'fullMarks' | 'groupMean' } | undefined {
  if (points !== undefined) return { share: pointsSum(points), from: 'cases' };
  if (emptyBase === 'fullMarks') return { share: 1, from: 'fullMarks' };
  if (emptyBase === 'groupMean' && groupMean !== undefined) return { share: groupMean, from: 'groupMean' };
  return undefined;
}
