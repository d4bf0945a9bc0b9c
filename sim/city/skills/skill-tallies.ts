import { hourMs } from '../../../functions/core/time.ts';
import { ObservationTally } from '../../engine/observation-tally.ts';
import { TimeWeightedTally } from '../../engine/time-weighted-tally.ts';
import type { WarmUp } from '../../engine/warm-up.ts';

export type SkillMeasure = 'skillHeldShare';

/** What the groups of staff are seen to do, after the warm-up, by slot: a group of one unit. */
export class SkillTallies {
  readonly waits: ObservationTally;
  readonly busy: TimeWeightedTally;
  readonly onDuty: TimeWeightedTally;
  /** Matters that began to wait, and those of them beside somebody free of another group; by unit. */
  private readonly came: Float64Array;
  private readonly held: Float64Array;
  private readonly warmUp: WarmUp;

  constructor(slots: number, units: number, warmUp: WarmUp, startAt: number) {
    this.waits = new ObservationTally(slots, warmUp);
    this.busy = new TimeWeightedTally(slots, warmUp, startAt);
    this.onDuty = new TimeWeightedTally(slots, warmUp, startAt);
    this.came = new Float64Array(units);
    this.held = new Float64Array(units);
    this.warmUp = warmUp;
  }

  /** A matter came to the desk; `isHeld` if it waits though somebody there is free. */
  note(unit: number, isHeld: boolean, now: number): void {
    if (now < this.warmUp.endsAt) return;
    this.came[unit]! += 1;
    if (isHeld) this.held[unit]! += 1;
  }

  /** Share of the matters of these units that were held. */
  heldShare(units: readonly number[]): number {
    const sum = (of: Float64Array) => units.reduce((total, unit) => total + of[unit]!, 0);
    return sum(this.held) / sum(this.came);
  }

  /** Matters begun, their mean wait in hours, and the share of hours on duty used, of slots together. */
  of(slots: readonly number[], now: number): { begun: number; waitHours: number; utilisation: number } {
    let begun = 0;
    let waitMs = 0;
    let busy = 0;
    let onDuty = 0;
    for (const slot of slots) {
      const count = this.waits.count(slot);
      begun += count;
      if (count > 0) waitMs += count * this.waits.mean(slot);
      busy += this.busy.mean(slot, now);
      onDuty += this.onDuty.mean(slot, now);
    }
    return { begun, waitHours: waitMs / begun / hourMs, utilisation: busy / onDuty };
  }
}
