import { type Estimate, estimate } from './estimate.ts';
import { isReached, needsReplication, type Precision } from './precision.ts';

/** What was found, and whether it is as precise as asked. */
export interface PreciseEstimate extends Estimate {
  readonly isReached: boolean;
  readonly samples: readonly number[];
}

/**
 * Runs replications 0, 1, 2, ... until their mean is as precise as asked or the limit is reached (Law and Kelton's
 * sequential procedure). `replicate` returns the result of one independent replication.
 * @throws RangeError if the limit is below two or the half-width not positive.
 */
export function untilHalfWidth(
  precision: Precision,
  replicate: (replication: number) => number,
): PreciseEstimate {
  if (!(precision.replicationsMax >= 2 && precision.halfWidth > 0)) {
    throw new RangeError(
      `cannot stop at half-width ${precision.halfWidth} of ${precision.replicationsMax} replications`,
    );
  }
  const samples: number[] = [];
  while (needsReplication(samples, precision)) samples.push(replicate(samples.length));
  const result = estimate(samples);
  return { ...result, isReached: isReached(result, precision), samples };
}
