import { type Dispersion, logProbability, sizeAt } from './dispersion.ts';

/**
 * How many hours had which count where about how many were expected: `tally[count][bin]`. Plain data that is stored, and
 * parts of it can be added up.
 */
export type CountTally = Record<number, Record<number, number>>;

const binsPerE = 5;
const meanMin = 1e-9;

/** Takes in `hours` hours that brought `count` requests each where `mean` were expected. */
export function tallyCount(tally: CountTally, mean: number, count: number, hours = 1): void {
  const bin = Math.round(Math.log(Math.max(mean, meanMin)) * binsPerE);
  tally[count] ??= {};
  const bins = tally[count];
  bins[bin] = (bins[bin] ?? 0) + hours;
}

/** Adds the hours of `from` to those of `into`, which is changed. */
export function addTally(into: CountTally, from: CountTally): void {
  for (const [count, bins] of Object.entries(from)) {
    into[Number(count)] ??= {};
    const own = into[Number(count)]!;
    for (const [bin, hours] of Object.entries(bins)) own[Number(bin)] = (own[Number(bin)] ?? 0) + hours;
  }
}

/** Requests in a tally. */
export const talliedRequests = (tally: CountTally): number =>
  Object.entries(tally).reduce(
    (all, [count, bins]) => all + Number(count) * Object.values(bins).reduce((a, b) => a + b, 0),
    0,
  );

/** Log-likelihood of a tally by dispersion. What was once asked is remembered. */
export function tallyLikelihood(tally: CountTally): (dispersion: Dispersion) => number {
  const cells = Object.entries(tally).flatMap(([count, bins]) =>
    Object.entries(bins).map(([bin, hours]) => ({
      count: Number(count),
      mean: Math.exp(Number(bin) / binsPerE),
      hours,
    })),
  );
  const known = new Map<string, number>();
  return (dispersion) => {
    const key = `${dispersion.perRequest},${dispersion.perMean}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    let score = 0;
    for (const { count, mean, hours } of cells) {
      score += hours * logProbability(count, mean, sizeAt(mean, dispersion));
    }
    known.set(key, score);
    return score;
  };
}
