/**
 * The requests alive in hotline-B, one record of 16 bytes each in a growing buffer, with a free list: the record of a
 * request that nothing can happen to any more serves the next one.
 */
export class HotlineCases {
  /** The instant of arrival is `times[id * 2]`. */
  times = new Float64Array(2048);
  /** The int32 fields start at `id * 4`. */
  words = new Int32Array(this.times.buffer);
  private free = -1;
  private used = 0;

  take(): number {
    const id = this.free;
    if (id < 0) {
      if (this.used * 2 === this.times.length) this.grow();
      return this.used++;
    }
    this.free = this.words[id * 4 + TIMER]!;
    return id;
  }

  give(id: number): void {
    this.words[id * 4 + TIMER] = this.free;
    this.free = id;
  }

  clear(): void {
    this.free = -1;
    this.used = 0;
  }

  private grow(): void {
    const old = this.times;
    this.times = new Float64Array(old.length * 2);
    this.times.set(old);
    this.words = new Int32Array(this.times.buffer);
  }
}

/** The timer that is outstanding; of a free record, the next free one. */
export const TIMER = 2;
/** Flags in the low bits, then the tier, then the unit. */
export const FACTS = 3;

export const WARNED = 1;
export const LATE = 2;
export const factsOf = (unit: number, tier: number): number => (unit << 8) | (tier << 4);
export const unitOf = (facts: number): number => facts >> 8;
export const tierOf = (facts: number): number => (facts >> 4) & 0xf;
