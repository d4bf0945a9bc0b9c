import { type Estimate, estimate } from './estimate.ts';

/** How precise a result must be, and how much may be spent on it. */
export interface Precision {
  /** The 95 % half-width to reach: in the unit of the result, or as a share of its mean. */
  readonly halfWidth: number;
  readonly isRelative?: boolean;
  /** The half-width of a few replications is itself chance, so it is not believed before this many. 10 if absent. */
  readonly replicationsMin?: number;
  readonly replicationsMax: number;
}

/** True if another replication is needed: the half-width is not reached, and the limit neither. */
export function needsReplication(samples: readonly number[], precision: Precision): boolean {
  if (samples.length >= precision.replicationsMax) return false;
  return (
    samples.length < Math.max(2, precision.replicationsMin ?? 10) || !isReached(estimate(samples), precision)
  );
}

/** True if the 95 % half-width is as small as asked. */
export const isReached = (result: Estimate, precision: Precision): boolean =>
  result.halfWidth95 <= precision.halfWidth * (precision.isRelative === true ? Math.abs(result.mean) : 1);
