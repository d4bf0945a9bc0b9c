import { dayMs, type EpochMs } from '../../functions/core/time.ts';
import type { WarmUp } from '../engine/warm-up.ts';

/**
 * Tickets that are at a unit and not answered: how many as each day ends, the most of them, and the mean over time in the
 * whole city. Moves are counted with their own instants and may come in any order within a day, so that a ticket can be
 * taken through its steps ahead of the others.
 */
export class InHand {
  private readonly units: number;
  private readonly days: number;
  private readonly startAt: EpochMs;
  private readonly warmUp: WarmUp;
  /** By unit and day: those that came less those that left. A unit's days side by side, as tickets come and go days ahead. */
  private readonly changes: Int32Array;
  private readonly levels: Int32Array;
  private readonly most: Int32Array;
  /** Area under the number in the whole city, as if all had left at the start; and the number. */
  private readonly city = new Float64Array(2);

  constructor(units: number, days: number, warmUp: WarmUp, startAt: EpochMs) {
    this.units = units;
    this.days = days;
    this.startAt = startAt;
    this.warmUp = warmUp;
    this.changes = new Int32Array(units * days);
    this.levels = new Int32Array(units);
    this.most = new Int32Array(units);
  }

  /** At `at`, on day `day` of the run, `unit` has one more or less. */
  move(unit: number, change: 1 | -1, day: number, at: EpochMs): void {
    this.changes[unit * this.days + day]! += change;
    const counted = at > this.warmUp.endsAt ? at : this.warmUp.endsAt;
    this.city[0]! -= change * (counted - this.startAt);
    this.city[1]! += change;
    if (change < 0 && at > this.warmUp.endsAt && this.most[unit] === 0) this.most[unit] = 1;
  }

  /** The day is over. How many are in hand in the whole city. */
  endDay(day: number): number {
    const { units, days, changes, levels, most } = this;
    const isMeasured = this.startAt + (day + 1) * dayMs > this.warmUp.endsAt;
    let all = 0;
    for (let unit = 0; unit < units; unit += 1) {
      const level = levels[unit]! + changes[unit * days + day]!;
      levels[unit] = level;
      all += level;
      if (isMeasured && level > most[unit]!) most[unit] = level;
    }
    return all;
  }

  /** The most at the end of a measured day; at least one where any has been in hand in the measured time. */
  greatest(unit: number): number {
    return this.most[unit]!;
  }

  /** In the whole city: the mean over the measured time until `endAt`, when every move has been counted. */
  mean(endAt: EpochMs): number {
    const area = this.city[0]! + this.city[1]! * (endAt - this.startAt);
    return area / (endAt - this.warmUp.endsAt);
  }
}
