import type { WarmUp } from './warm-up.ts';

/**
 * Time-weighted statistic for each of many units: the mean over time of a level such as entities waiting, after the
 * warm-up. A level holds from the instant it is set until it is set again.
 */
export class TimeWeightedTally {
  /** Level, the instant since which it holds, area under it since the warm-up, greatest level before it. */
  private readonly cells: Float64Array;
  private readonly warmUp: WarmUp;

  /** Levels are 0 from `startAt` on. */
  constructor(units: number, warmUp: WarmUp, startAt = 0) {
    this.cells = new Float64Array(units * width);
    this.warmUp = warmUp;
    this.reset(startAt);
  }

  level(unit: number): number {
    return this.cells[unit * width]!;
  }

  set(unit: number, level: number, now: number): void {
    const cells = this.cells;
    const cell = unit * width;
    const held = cells[cell]!;
    const from = Math.max(cells[cell + 1]!, this.warmUp.endsAt);
    if (now > from) {
      cells[cell + 2]! += held * (now - from);
      if (held > cells[cell + 3]!) cells[cell + 3] = held;
    }
    cells[cell] = level;
    cells[cell + 1] = now;
  }

  add(unit: number, change: number, now: number): void {
    this.set(unit, this.cells[unit * width]! + change, now);
  }

  /** Mean level from the end of the warm-up until now; NaN before it. */
  mean(unit: number, now: number): number {
    const cell = unit * width;
    const since = this.warmUp.endsAt;
    if (!(now > since)) return Number.NaN;
    const held = now - Math.max(this.cells[cell + 1]!, since);
    return (this.cells[cell + 2]! + this.cells[cell]! * held) / (now - since);
  }

  /** The highest level that held for any time after the warm-up, or holds now. */
  greatest(unit: number): number {
    return Math.max(this.cells[unit * width + 3]!, this.level(unit));
  }

  reset(startAt = 0): void {
    this.cells.fill(0);
    for (let cell = 0; cell < this.cells.length; cell += width) this.cells[cell + 1] = startAt;
  }
}

const width = 4;
