import type { Streams } from '../../engine/streams.ts';
import { type FaultKind, faultNames } from './fault-kinds.ts';

/** How often each fault comes, as a share of its chances; one that is left out does not exist. */
export type FaultRates = Readonly<Partial<Record<FaultKind, number>>>;

/** A fault that came: which, and the how-manieth of its kind. */
export interface Fired {
  readonly kind: FaultKind;
  readonly n: number;
}

/**
 * Says when faults come. Each kind draws from a stream of its own, so that leaving one out moves no other. `spared`
 * names single faults (`throttled:3`) that do not come although they were drawn.
 */
export class Faults {
  /** False once the world has been repaired. */
  isOn = true;
  readonly fired: Fired[] = [];
  /** Told of each fault as it comes. */
  onFired: (fault: Fired) => void = () => undefined;
  private readonly counts = new Map<FaultKind, number>();
  private readonly draws: ReadonlyMap<FaultKind, () => boolean>;
  private readonly spared: ReadonlySet<string>;

  constructor(rates: FaultRates, streams: Streams, spared: ReadonlySet<string> = new Set()) {
    this.spared = spared;
    this.draws = new Map(
      faultNames.flatMap((kind) => {
        const rate = rates[kind] ?? 0;
        if (rate === 0) return [];
        const stream = streams.of(`fault ${kind}`);
        return [[kind, () => stream.chance(rate)] as const];
      }),
    );
  }

  /** Whether this fault comes now. */
  comes(kind: FaultKind): boolean {
    const draw = this.draws.get(kind);
    if (draw === undefined || !this.isOn || !draw()) return false;
    const n = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, n);
    if (this.spared.has(`${kind}:${n}`)) return false;
    const fault = { kind, n };
    this.fired.push(fault);
    this.onFired(fault);
    return true;
  }
}
