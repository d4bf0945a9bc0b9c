import { halfLivesMax } from './cause-plan.ts';

/**
 * How what a cause brings is spread over the hours after it came about: it fades by its half-life and follows the hours of
 * the day at which people ask. Tables by hour of day of the beginning, made when they are asked for.
 */
export class CauseHours {
  /** By hour of day: cumulative shares, the last 1. */
  private readonly tables = new Map<number, Float64Array>();
  private readonly halfLifeHours: number;
  private readonly hours: readonly number[];

  constructor(halfLifeHours: number, hours: readonly number[]) {
    this.halfLifeHours = halfLifeHours;
    this.hours = hours;
  }

  /** The hour after the beginning, fractions included, below which a share `part` of the requests come. */
  at(beginHour: number, part: number): number {
    const table = this.table(beginHour);
    let low = 0;
    let high = table.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (table[middle]! > part) high = middle;
      else low = middle + 1;
    }
    const before = low === 0 ? 0 : table[low - 1]!;
    const share = table[low]! - before;
    return low + (share > 0 ? (part - before) / share : 0);
  }

  private table(beginHour: number): Float64Array {
    const known = this.tables.get(beginHour);
    if (known !== undefined) return known;
    const table = new Float64Array(Math.max(1, Math.ceil(this.halfLifeHours * halfLivesMax)));
    let sum = 0;
    for (let hour = 0; hour < table.length; hour += 1) {
      sum += 0.5 ** (hour / this.halfLifeHours) * this.hours[(beginHour + hour) % 24]!;
      table[hour] = sum;
    }
    // A cause of a few hours may begin when nobody asks: then it is even.
    for (let hour = 0; hour < table.length; hour += 1) {
      table[hour] = sum > 0 ? table[hour]! / sum : (hour + 1) / table.length;
    }
    this.tables.set(beginHour, table);
    return table;
  }
}
