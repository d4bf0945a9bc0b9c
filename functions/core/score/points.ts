import type { Rates } from './board.ts';
import { type Bands, type MonthRules, type RateName, rateNames } from './score-rules.ts';

/** The share of its weight that a rate earns (分段计分), both from 0 to 1. */
export function earned(rate: number, bands: Bands): number {
  if (bands === 'linear') return rate;
  const { shape, knots } = bands;
  const next = knots.findIndex((knot) => knot.rate > rate);
  const above = knots[next];
  const below = next === -1 ? knots.at(-1) : knots[next - 1];
  if (below === undefined) return shape === 'steps' ? 0 : above!.earns;
  if (shape === 'steps' || above === undefined) return below.earns;
  return below.earns + ((rate - below.rate) / (above.rate - below.rate)) * (above.earns - below.earns);
}

/** What each rate of one set of cases earns; undefined where the rate has no base. */
export type Earned = Readonly<Record<RateName, number | undefined>>;

export const earnedBy = (rates: Rates, rules: MonthRules): Earned =>
  byRate((name) => {
    const { share } = rates[name];
    return share === undefined ? undefined : earned(share, rules.rates[name].bands);
  });

/** The mean of what others earn, by rate, over those that have a base. */
export function meanEarned(all: readonly Earned[]): Earned {
  return byRate((name) => mean(all.map((one) => one[name])));
}

export function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Points by rate, as shares of full marks that add up to the score. */
export type Points = Readonly<Record<RateName, number>>;

/**
 * Weighs what the rates earn. A rate without a base earns what `emptyRate` says; undefined when no rate that weighs anything
 * has a base, which is for the rule of empty bases to settle.
 */
export function weigh(own: Earned, group: Earned, rules: MonthRules): Points | undefined {
  if (rateNames.every((name) => own[name] === undefined || rules.rates[name].weight === 0)) return undefined;
  const filled = byRate((name) => own[name] ?? empty[rules.emptyRate](group[name]));
  const weight = (name: RateName) => (filled[name] === undefined ? 0 : rules.rates[name].weight);
  const total = rateNames.reduce((sum, name) => sum + weight(name), 0);
  return byRate((name) => ((filled[name] ?? 0) * weight(name)) / total);
}

const empty = {
  shared: () => undefined,
  fullMarks: () => 1,
  groupMean: (mean: number | undefined) => mean,
} as const;

export const byRate = <Value>(of: (name: RateName) => Value): Readonly<Record<RateName, Value>> => ({
  response: of('response'),
  resolution: of('resolution'),
  satisfaction: of('satisfaction'),
  onTime: of('onTime'),
});

export const pointsSum = (points: Points): number => rateNames.reduce((sum, name) => sum + points[name], 0);
