import type { DurationMs, EpochMs } from '../../../functions/core/time.ts';
import { secondMs } from '../../../functions/core/time.ts';
import type { Stream } from '../../engine/stream.ts';
import { Streams } from '../../engine/streams.ts';

/** What goes wrong between the host and its servers: as a share of the calls it can befall. */
export const soakFaults = {
  refused: { share: 0.01, what: 'answered 500, never passed on' },
  throttled: { share: 0.01, what: 'answered as throttled, never passed on' },
  cutShort: { share: 0.005, what: 'connection reset before the call was passed on' },
  lostAnswer: { share: 0.012, what: 'done, and the connection reset before the answer' },
  halfAnswer: { share: 0.006, what: 'done, and the connection reset in the middle of the answer' },
  slow: { share: 0.03, what: 'passed on up to 1.5 s late' },
  straggler: { share: 0.003, what: 'passed on when its caller has given up' },
  sentTwice: { share: 0.08, what: 'a message is passed on twice' },
  undeleted: { share: 0.05, what: 'a deletion of messages is answered and not done' },
} as const satisfies Record<string, { readonly share: number; readonly what: string }>;

export type SoakFault = keyof typeof soakFaults;

/** What is counted: drawn faults, and calls that came during an outage. */
export type CountedFault = SoakFault | 'outage';

const soakFaultNames = Object.keys(soakFaults) as readonly SoakFault[];
const slowMaxMs = 1.5 * secondMs;
/** The clients of the service give up after 2.5 s. */
const stragglerMs = { least: 2.6 * secondMs, more: 2 * secondMs };
const outageEachMs = 25 * secondMs;
const outageMs = { least: 1 * secondMs, more: 4 * secondMs };

/** Says what befalls a call. Each kind draws from a stream of its own, named after it, and so do the outages. */
export class SoakFaults {
  /** False once the servers have been repaired. */
  isOn = true;
  readonly counts = new Map<CountedFault, number>();
  private readonly streams: ReadonlyMap<SoakFault, Stream>;
  private readonly delays: Stream;
  private readonly outages: Stream;
  private outage: { readonly from: EpochMs; readonly until: EpochMs };

  /** The first outage is drawn from `startAt` on; `name` tells the faults of one server from those of another. */
  constructor(seed: number, name: string, startAt: EpochMs) {
    const streams = new Streams(seed);
    this.streams = new Map(soakFaultNames.map((kind) => [kind, streams.of(`${name} ${kind}`)]));
    this.delays = streams.of(`${name} delays`);
    this.outages = streams.of(`${name} outages`);
    this.outage = this.drawOutage(startAt);
  }

  /** The first of these kinds that comes now. */
  first(kinds: readonly SoakFault[]): SoakFault | undefined {
    if (!this.isOn) return undefined;
    const kind = kinds.find((one) => this.streams.get(one)!.chance(soakFaults[one].share));
    if (kind !== undefined) this.count(kind);
    return kind;
  }

  /** How long a call of this kind waits before it is passed on. */
  delayMs(kind: SoakFault | undefined): DurationMs {
    if (kind === 'slow') return this.delays.below(slowMaxMs);
    return kind === 'straggler' ? stragglerMs.least + this.delays.below(stragglerMs.more) : 0;
  }

  /** Whether the server is down at `now`. */
  isOut(now: EpochMs): boolean {
    if (!this.isOn) return false;
    while (now >= this.outage.until) this.outage = this.drawOutage(this.outage.until);
    if (now < this.outage.from) return false;
    this.count('outage');
    return true;
  }

  private count(kind: CountedFault): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
  }

  private drawOutage(after: EpochMs) {
    const from = after + this.outages.below(2 * outageEachMs);
    return { from, until: from + outageMs.least + this.outages.below(outageMs.more) };
  }
}
