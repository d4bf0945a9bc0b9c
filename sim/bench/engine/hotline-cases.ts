/**
 * The requests alive in hotline-B, one record of 16 bytes each in a growing buffer, with a free list: the record of a
 * request that nothing can happen to any more serves the next one. A record is its arrival as float64, then as int32
 * its outstanding timer (of a free record, the next free one) and its facts.
 */
export class HotlineCases {
  private times = new Float64Array(2048);
  private words = new Int32Array(this.times.buffer);
  private free = -1;
  private used = 0;

  take(facts: number): number {
    let id = this.free;
    if (id < 0) {
      if (this.used * 2 === this.times.length) this.grow();
      id = this.used++;
    } else {
      this.free = this.words[id * 4 + 2]!;
    }
    this.words[id * 4 + 3] = facts;
    return id;
  }

  give(id: number): void {
    this.words[id * 4 + 2] = this.free;
    this.free = id;
  }

  arrivedAt(id: number): number {
    return this.times[id * 2]!;
  }

  setArrival(id: number, at: number): void {
    this.times[id * 2] = at;
  }

  timer(id: number): number {
    return this.words[id * 4 + 2]!;
  }

  setTimer(id: number, timer: number): void {
    this.words[id * 4 + 2] = timer;
  }

  facts(id: number): number {
    return this.words[id * 4 + 3]!;
  }

  setFacts(id: number, facts: number): void {
    this.words[id * 4 + 3] = facts;
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
