/**
 * Where the entry of each pending event stands. Entries move from bag to bag; an event's slot stays, so a model
 * cancels by it. These four bytes an event are all that is reached at random, which keeps them in the cache.
 */
export class EventSlots {
  /** Position of the event's entry; negative if the slot is free, and then it chains to the next free one. */
  where: Int32Array;
  private free = chainEnd;

  constructor(capacity: number) {
    this.where = new Int32Array(capacity);
    this.chain(0);
  }

  /** Takes a free slot; the table doubles when there is none. */
  take(): number {
    if (this.free === chainEnd) this.grow();
    const slot = -2 - this.free;
    this.free = this.where[slot]!;
    return slot;
  }

  /** Gives a slot back. The last one given is the next one taken, because it is still in the cache. */
  give(slot: number): void {
    this.where[slot] = this.free;
    this.free = -2 - slot;
  }

  isPending(slot: number): boolean {
    return this.where[slot]! >= 0;
  }

  /** Frees every slot. */
  clear(): void {
    this.free = chainEnd;
    this.chain(0);
  }

  private grow(): void {
    const old = this.where;
    this.where = new Int32Array(old.length * 2);
    this.where.set(old);
    this.chain(old.length);
  }

  private chain(from: number): void {
    for (let slot = this.where.length - 1; slot >= from; slot--) this.give(slot);
  }
}

const chainEnd = -1;
