import type { WarmUp } from './warm-up.ts';

/**
 * Observation-based statistic for each of many units: count, mean, variance and range of values such as waiting times,
 * after the warm-up. Sums are updated by Welford's method (1962), which does not cancel however long the run.
 */
export class ObservationTally {
  /** Count, mean, sum of squared deviations, least and greatest of each unit. */
  private readonly cells: Float64Array;
  private readonly warmUp: WarmUp;
  /** The value being observed; handed over in an array, because V8 boxes a number given to a call it does not inline. */
  private readonly observed = new Float64Array(1);

  constructor(units: number, warmUp: WarmUp) {
    this.cells = new Float64Array(units * width);
    this.warmUp = warmUp;
    this.reset();
  }

  /** @param at The instant by which the value counts as warm-up or not; for an entity's waiting time, its arrival. */
  observe(unit: number, value: number, at: number): void {
    this.observed[0] = value;
    if (this.warmUp.isOver(at)) this.include(unit);
  }

  count(unit: number): number {
    return this.cells[unit * width]!;
  }

  /** NaN without observations. */
  mean(unit: number): number {
    return this.count(unit) > 0 ? this.cells[unit * width + 1]! : Number.NaN;
  }

  /** Unbiased; NaN below two observations. */
  variance(unit: number): number {
    const count = this.count(unit);
    return count > 1 ? this.cells[unit * width + 2]! / (count - 1) : Number.NaN;
  }

  /** Infinite without observations. */
  least(unit: number): number {
    return this.cells[unit * width + 3]!;
  }

  greatest(unit: number): number {
    return this.cells[unit * width + 4]!;
  }

  /** Count and mean over all units. */
  get pooled(): { readonly count: number; readonly mean: number } {
    let count = 0;
    let sum = 0;
    for (let cell = 0; cell < this.cells.length; cell += width) {
      count += this.cells[cell]!;
      sum += this.cells[cell]! * this.cells[cell + 1]!;
    }
    return { count, mean: count > 0 ? sum / count : Number.NaN };
  }

  reset(): void {
    this.cells.fill(0);
    for (let cell = 0; cell < this.cells.length; cell += width) {
      this.cells[cell + 3] = Number.POSITIVE_INFINITY;
      this.cells[cell + 4] = Number.NEGATIVE_INFINITY;
    }
  }

  private include(unit: number): void {
    const cells = this.cells;
    const cell = unit * width;
    const value = this.observed[0]!;
    const count = cells[cell]! + 1;
    const before = value - cells[cell + 1]!;
    const mean = cells[cell + 1]! + before / count;
    cells[cell] = count;
    cells[cell + 1] = mean;
    cells[cell + 2]! += before * (value - mean);
    if (value < cells[cell + 3]!) cells[cell + 3] = value;
    if (value > cells[cell + 4]!) cells[cell + 4] = value;
  }
}

const width = 5;
