import type { Rules } from '../../functions/core/rules/rules.ts';
import { CountTally } from '../engine/count-tally.ts';
import { ObservationTally } from '../engine/observation-tally.ts';
import { TimeWeightedTally } from '../engine/time-weighted-tally.ts';
import type { WarmUp } from '../engine/warm-up.ts';
import { InHand } from './in-hand.ts';
import { LogHistogram } from './log-histogram.ts';

/** Shares and sums of the whole city, counted at offsets of `counts`. */
export const Count = {
  contacts: 0,
  settledAtDesk: 1,
  tickets: 2,
  phone: 3,
  repeatCaller: 4,
  sameAddress: 5,
  afterFailure: 6,
  closed: 7,
  onTime: 8,
  late: 9,
  signLate: 10,
  contactLate: 11,
  reopened: 12,
  disputed: 13,
  transferred: 14,
  extended: 15,
  supervised: 16,
  whistled: 17,
  summonses: 18,
  arrivedInTime: 19,
  attempts: 20,
  reached: 21,
  dispatches: 22,
  respondedBase: 23,
  respondedYes: 24,
  resolvedBase: 25,
  resolvedYes: 26,
  satisfiedBase: 27,
  satisfiedYes: 28,
} as const;
const counts = Object.keys(Count).length;

/** Everything a run counts, after its warm-up. Lengths are hours in histograms and milliseconds elsewhere. */
export class CityTallies {
  readonly counts = new Float64Array(counts);
  readonly rungs: Float64Array;
  /** Answered tickets by tier: hours from opening to answer, and hours after the deadline of the late ones. */
  readonly handling: readonly LogHistogram[];
  readonly lateness: readonly LogHistogram[];
  /** Sum and number of the lengths from opening to answer. */
  readonly handledMs = new Float64Array(2);
  readonly tierEnded: Float64Array;
  readonly tierOnTime: Float64Array;
  /** By kind of whistle. */
  readonly kindSummonses: Float64Array;
  readonly kindInTime: Float64Array;
  readonly arrivals: readonly LogHistogram[];
  /** By unit: tickets that ended, those on time, waits at the desk and stays there, tickets in hand. */
  readonly ended: CountTally;
  readonly onTime: CountTally;
  readonly waits: ObservationTally;
  readonly stays: ObservationTally;
  readonly atDesk: TimeWeightedTally;
  readonly inHand: InHand;
  /** By unit: work begun, and time on duty. */
  readonly workHours: Float64Array;
  readonly dutyHours: Float64Array;

  constructor({ ladder, tiers, units, whistleKinds }: Rules, warmUp: WarmUp, startAt: number, days: number) {
    this.rungs = new Float64Array(ladder.count);
    this.handling = tiers.map(() => new LogHistogram(0.1, 5, 40));
    this.lateness = tiers.map(() => new LogHistogram(1, 4, 8));
    this.tierEnded = new Float64Array(tiers.length);
    this.tierOnTime = new Float64Array(tiers.length);
    this.kindSummonses = new Float64Array(whistleKinds.length);
    this.kindInTime = new Float64Array(whistleKinds.length);
    this.arrivals = whistleKinds.map(() => new LogHistogram(1, 5, 8));
    this.ended = new CountTally(units.count, warmUp);
    this.onTime = new CountTally(units.count, warmUp);
    this.waits = new ObservationTally(units.count, warmUp);
    this.stays = new ObservationTally(units.count, warmUp);
    this.atDesk = new TimeWeightedTally(units.count, warmUp, startAt);
    this.inHand = new InHand(units.count, days, warmUp, startAt);
    this.workHours = new Float64Array(units.count);
    this.dutyHours = new Float64Array(units.count);
  }

  /** Every number counted, for a fingerprint. Levels are in the units' results. */
  get arrays(): readonly Float64Array[] {
    return [
      this.counts,
      this.rungs,
      ...this.handling.map(({ counts: hours }) => hours),
      ...this.lateness.map(({ counts: hours }) => hours),
      this.tierEnded,
      this.tierOnTime,
      this.kindSummonses,
      this.kindInTime,
      ...this.arrivals.map(({ counts: minutes }) => minutes),
      this.ended.counts,
      this.onTime.counts,
      this.workHours,
      this.dutyHours,
    ];
  }
}
