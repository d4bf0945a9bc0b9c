import type { WarmUp } from './warm-up.ts';

/** How often something happened, for each of many units, after the warm-up. */
export class CountTally {
  readonly counts: Float64Array;
  private readonly warmUp: WarmUp;

  constructor(units: number, warmUp: WarmUp) {
    this.counts = new Float64Array(units);
    this.warmUp = warmUp;
  }

  /**
   * @param at The instant by which it counts as warm-up or not. For what befalls an entity that is its arrival, so that
   * all tallies of one entity agree.
   */
  add(unit: number, at: number): void {
    if (this.warmUp.isOver(at)) this.addMeasured(unit);
  }

  /**
   * As `add`, for a model that has already asked its warm-up: it hands over no instant, which V8 boxes in a call that
   * it does not inline.
   */
  addMeasured(unit: number): void {
    this.counts[unit]!++;
  }

  /** Over all units. */
  get total(): number {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  reset(): void {
    this.counts.fill(0);
  }
}
