import { addTally, type CountTally, talliedRequests, tallyLikelihood } from './count-tally.ts';
import type { Dispersion } from './dispersion.ts';
import { fitDispersion } from './fit-dispersion.ts';

/**
 * The dispersion of each tally, leaning on all of them together by `strength` requests as if seen. A tally with fewer
 * requests gets that of all.
 */
export function fitDispersions(tallies: readonly CountTally[], strength: number): Dispersion[] {
  const pooled = pool(tallies);
  const ofAll = tallyLikelihood(pooled);
  const weight = strength / Math.max(strength, talliedRequests(pooled));
  const common = fitDispersion(ofAll);
  return tallies.map((tally) => {
    if (talliedRequests(tally) < strength) return common;
    const own = tallyLikelihood(tally);
    return fitDispersion((dispersion) => own(dispersion) + weight * ofAll(dispersion));
  });
}

/** The dispersion of all tallies together. */
export const pooledDispersion = (tallies: readonly CountTally[]): Dispersion =>
  fitDispersion(tallyLikelihood(pool(tallies)));

function pool(tallies: readonly CountTally[]): CountTally {
  const pooled: CountTally = {};
  for (const tally of tallies) addTally(pooled, tally);
  return pooled;
}
