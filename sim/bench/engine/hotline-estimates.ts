import { type Estimate, estimate } from '../../stats/estimate.ts';
import type { HotlineModel } from './hotline-model.ts';
import { hotline } from './hotline-parameters.ts';
import type { HotlineMeasures } from './hotline-theory.ts';

/**
 * The measures of one run with their precision. Units share nothing but the arrival process, and a Poisson process
 * split by chance is as many independent ones, so the 343 units are independent replications.
 */
export function hotlineEstimates(model: HotlineModel): Readonly<Record<keyof HotlineMeasures, Estimate>> {
  const units = Array.from({ length: hotline.units }, (_, unit) => unit);
  const share = (counts: Float64Array) =>
    estimate(units.map((unit) => counts[unit]! / model.done.counts[unit]!));
  return {
    wait: estimate(units.map((unit) => model.waits.mean(unit))),
    warned: share(model.warned.counts),
    late: share(model.late.counts),
    resolved: share(model.resolved.counts),
    satisfied: share(model.satisfied.counts),
  };
}

/** Fingerprint of all counts of a run, by unit. */
export const hotlineCounts = (model: HotlineModel): readonly Float64Array[] => [
  Float64Array.from({ length: hotline.units }, (_, unit) => model.waits.mean(unit)),
  model.done.counts,
  model.warned.counts,
  model.late.counts,
  model.resolved.counts,
  model.satisfied.counts,
];
