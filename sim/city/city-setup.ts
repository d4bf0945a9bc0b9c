import type { Rules } from '../../functions/core/rules/rules.ts';
import type { Scenario } from './scenario-schema.ts';

/**
 * Everything that decides one replication. The same setup gives the same result on any machine. To vary a value, hand in
 * another scenario; to vary the rules, another pack's rules.
 */
export interface CitySetup {
  readonly scenario: Scenario;
  /** Compiled rules of the scenario's city under a pack, with speed 1. */
  readonly rules: Rules;
  /** The directory's weight of each unit (communities, people), by the unit's index; 0 where it has none. */
  readonly unitWeights: Float64Array;
  readonly seed: number;
  /** From 0; each has streams of chance of its own. */
  readonly replication: number;
  /** Days to simulate, warm-up included; the scenario's own if absent. */
  readonly days?: number;
}
