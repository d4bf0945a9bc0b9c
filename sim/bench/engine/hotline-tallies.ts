import { hotline } from './hotline-parameters.ts';

/** What hotline-B counts, for each unit, of the requests that arrived after the warm-up. */
export class HotlineTallies {
  /** A row of eight numbers a unit, which is a line of the cache: the columns below. */
  readonly rows = new Float64Array(hotline.units * tallyWidth);

  /** A column, by unit. */
  of(column: number): Float64Array {
    return Float64Array.from({ length: hotline.units }, (_, unit) => this.rows[unit * tallyWidth + column]!);
  }

  /** A column over all units. */
  total(column: number): number {
    return this.of(column).reduce((sum, value) => sum + value, 0);
  }
}

/** Columns: requests served and their mean waiting time; requests done; of these, those warned, late and so on. */
export const Tally = {
  served: 0,
  meanWait: 1,
  done: 2,
  warned: 3,
  late: 4,
  resolved: 5,
  satisfied: 6,
} as const;

const tallyWidth = 8;
