import { type Estimate, estimate } from '../../stats/estimate.ts';
import type { HotlineModel } from './hotline-model.ts';
import { Tally } from './hotline-tallies.ts';
import type { HotlineMeasures } from './hotline-theory.ts';

/**
 * The measures of one run with their precision. Units share nothing but the arrival process, and a Poisson process
 * split by chance is as many independent ones, so the 343 units are independent replications.
 */
export function hotlineEstimates({
  tallies,
}: HotlineModel): Readonly<Record<keyof HotlineMeasures, Estimate>> {
  const done = tallies.of(Tally.done);
  const share = (column: number) =>
    estimate([...tallies.of(column)].map((count, unit) => count / done[unit]!));
  return {
    wait: estimate([...tallies.of(Tally.meanWait)]),
    warned: share(Tally.warned),
    late: share(Tally.late),
    resolved: share(Tally.resolved),
    satisfied: share(Tally.satisfied),
  };
}

/** Fingerprint of all counts of a run, by unit. */
export const hotlineCounts = ({ tallies }: HotlineModel): readonly Float64Array[] =>
  [Tally.meanWait, Tally.done, Tally.warned, Tally.late, Tally.resolved, Tally.satisfied].map((column) =>
    tallies.of(column),
  );
