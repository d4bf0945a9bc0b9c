import { TimeWeightedTally } from '../../engine/time-weighted-tally.ts';
import type { WarmUp } from '../../engine/warm-up.ts';
import type { PartResult } from '../parts/part-result.ts';

export type SeatMeasure =
  | 'callsOffered'
  | 'answeredInTimeShare'
  | 'abandonedShare'
  | 'callsLost'
  | 'meanAnswerSeconds'
  | 'seatUtilisation';

const hoursPerDay = 24;

/** What happened to the calls made after the warm-up, by the hour of the day at which they were made. */
export class SeatTallies {
  readonly offered = new Float64Array(hoursPerDay);
  readonly answered = new Float64Array(hoursPerDay);
  readonly waited = new Float64Array(hoursPerDay);
  readonly inTime = new Float64Array(hoursPerDay);
  readonly abandoned = new Float64Array(hoursPerDay);
  readonly waitMs = new Float64Array(hoursPerDay);
  /** Agents in their seats in each hour, over days. */
  readonly agents = new Float64Array(hoursPerDay);
  readonly hours = new Float64Array(hoursPerDay);
  lost = 0;
  /** Agents at work, agents there and calls that wait. */
  readonly levels: TimeWeightedTally;

  constructor(warmUp: WarmUp, startAt: number) {
    this.levels = new TimeWeightedTally(Object.keys(Level).length, warmUp, startAt);
  }

  /** Every number counted, for a fingerprint. */
  get arrays(): readonly Float64Array[] {
    return [
      this.offered,
      this.answered,
      this.inTime,
      this.abandoned,
      this.waitMs,
      Float64Array.of(this.lost),
    ];
  }

  measures(now: number): Readonly<Record<SeatMeasure, number>> {
    const offered = sum(this.offered);
    return {
      callsOffered: offered,
      answeredInTimeShare: sum(this.inTime) / offered,
      abandonedShare: sum(this.abandoned) / offered,
      callsLost: this.lost,
      meanAnswerSeconds: sum(this.waitMs) / sum(this.answered) / 1_000,
      seatUtilisation: this.levels.mean(Level.busy, now) / this.levels.mean(Level.agents, now),
    };
  }

  result(): PartResult {
    return {
      part: 'seats',
      rows: Array.from({ length: hoursPerDay }, (_, hour) => {
        const of = (part: Float64Array, whole: Float64Array) => ratio(part[hour]!, whole[hour]!);
        const waitMs = of(this.waitMs, this.answered);
        return {
          key: `${String(hour).padStart(2, '0')}:00`,
          values: [
            of(this.agents, this.hours),
            this.offered[hour]!,
            of(this.inTime, this.offered),
            of(this.abandoned, this.offered),
            waitMs === null ? null : waitMs / 1_000,
          ],
        };
      }),
    };
  }
}

/** Offsets of `SeatTallies.levels`. */
export const Level = { busy: 0, agents: 1, waiting: 2 } as const;

const sum = (column: Float64Array): number => column.reduce((total, value) => total + value, 0);

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
