import type { RolloutFeature } from '../policy/rollout-features.ts';
import type { EpochMs } from '../time.ts';
import { noUnit, type UnitIndex, type UnitTable } from './unit-table.ts';

/** Since when a rule is in force, by unit (`NEVER` where no phase brings it), and the phase that brings it. */
export interface InForceSince {
  readonly from: Float64Array;
  readonly phase: Uint8Array;
  readonly phaseKeys: readonly string[];
}

/** The compiled phases (分阶段推开). A rule that no phase names is absent: in force everywhere, always. */
export type Rollout = { readonly [Feature in RolloutFeature]?: InForceSince };

type WithRollout = { readonly rollout: Rollout; readonly units: UnitTable };

/** Whether `feature` is in force for `unit` at `now` (epoch ms). An unknown unit (`noUnit`) stands for the city. */
export function inForce(
  { rollout, units }: WithRollout,
  feature: RolloutFeature,
  unit: UnitIndex,
  now: EpochMs,
): boolean {
  const since = rollout[feature];
  return since === undefined || now >= since.from[unit === noUnit ? units.city : unit]!;
}

/** The rule a refusal names where `feature` is not yet in force for `unit`: `rollout.` and its phase. */
export function phaseRule({ rollout, units }: WithRollout, feature: RolloutFeature, unit: UnitIndex): string {
  const { phase, phaseKeys } = rollout[feature]!;
  return `rollout.${phaseKeys[phase[unit === noUnit ? units.city : unit]!]}`;
}
