import type { EventSlots } from './event-slots.ts';

/**
 * Unordered bags of event entries, each bag a chain of chunks from one pool. Adding appends at the end, whose cache
 * line is warm; removing moves the last entry into the gap. Both take constant time and allocate nothing but a
 * bigger pool now and then. An entry is 24 bytes: its time as float64, then sequence, rank, entity and slot as
 * int32. Position 0 is never used, so a bag whose end is 0 is empty.
 */
export class EventBags {
  /** The time of the entry at `position` is `times[position * 3]`. */
  times = new Float64Array(0);
  /**
   * Of the entry at `position`, `position * 6` + 2 is the sequence, + 3 the rank, + 4 the entity, + 5 the slot. The
   * offsets are written out, because an imported constant costs a load and a check at every use.
   */
  words = new Int32Array(0);
  /** One past the last entry of each bag. */
  readonly ends: Int32Array;
  /** Of a chunk in use, the end of its bag before the chunk was added; of a free one, the next free chunk. */
  private before = new Int32Array(0);
  /** The bag that uses each chunk. */
  private bagOf = new Int32Array(0);
  private free = 0;
  private readonly slots: EventSlots;

  constructor(count: number, slots: EventSlots) {
    this.slots = slots;
    this.ends = new Int32Array(count);
    this.grow(64);
  }

  /** Adds an entry but for its time, which belongs at `times[position * 3]` of the position returned. */
  add(bag: number, sequence: number, rank: number, entity: number, slot: number): number {
    let end = this.ends[bag]!;
    if ((end & chunkMask) === 0) end = this.addChunk(bag, end);
    this.ends[bag] = end + 1;
    const words = this.words;
    const at = end * 6;
    words[at + 2] = sequence;
    words[at + 3] = rank;
    words[at + 4] = entity;
    words[at + 5] = slot;
    this.slots.where[slot] = end;
    return end;
  }

  entityAt(position: number): number {
    return this.words[position * 6 + 4]!;
  }

  /** Takes out the entry at `position`. */
  remove(position: number): void {
    const bag = this.bagOf[position >> chunkBits]!;
    const last = this.ends[bag]! - 1;
    if (position !== last) {
      const { times, words } = this;
      times[position * 3] = times[last * 3]!;
      const to = position * 6;
      const from = last * 6;
      words[to + 2] = words[from + 2]!;
      words[to + 3] = words[from + 3]!;
      words[to + 4] = words[from + 4]!;
      const slot = words[from + 5]!;
      words[to + 5] = slot;
      this.slots.where[slot] = position;
    }
    this.ends[bag] = this.endBefore(last);
  }

  /** Empties a bag for reading: its entries stand from the returned end down, each step taken with `endBefore`. */
  open(bag: number): number {
    const end = this.ends[bag]!;
    this.ends[bag] = 0;
    return end;
  }

  /** The end of a bag once its last entry, at `position`, is gone; 0 when the bag is empty. Frees an empty chunk. */
  endBefore(position: number): number {
    if ((position & chunkMask) !== 0) return position;
    const chunk = position >> chunkBits;
    const end = this.before[chunk]!;
    this.before[chunk] = this.free;
    this.free = chunk;
    return end;
  }

  /** As `endBefore`, for a bag that keeps its entries. */
  peekBefore(position: number): number {
    return (position & chunkMask) !== 0 ? position : this.before[position >> chunkBits]!;
  }

  /** Makes all entries of a bag those of another, which must be empty; they stay where they are. Returns its end. */
  moveAll(from: number, to: number): number {
    const last = this.open(from);
    this.ends[to] = last;
    for (let end = last; end > 0; end = this.before[(end - 1) >> chunkBits]!) {
      this.bagOf[(end - 1) >> chunkBits] = to;
    }
    return last;
  }

  /** Forgets all entries of a bag. */
  empty(bag: number): void {
    for (let end = this.open(bag); end > 0; ) end = this.endBefore(((end - 1) >> chunkBits) << chunkBits);
  }

  isIn(bag: number, position: number): boolean {
    return this.bagOf[position >> chunkBits] === bag;
  }

  /** Adds the entry at `position` of an opened bag to another bag. */
  move(position: number, bag: number): void {
    const words = this.words;
    const at = position * 6;
    const to = this.add(bag, words[at + 2]!, words[at + 3]!, words[at + 4]!, words[at + 5]!);
    this.times[to * 3] = this.times[position * 3]!;
  }

  /** Empties every bag. */
  clear(): void {
    this.ends.fill(0);
    this.free = 0;
    this.chain(1);
  }

  private addChunk(bag: number, end: number): number {
    if (this.free === 0) this.grow(this.before.length * 2);
    const chunk = this.free;
    this.free = this.before[chunk]!;
    this.before[chunk] = end;
    this.bagOf[chunk] = bag;
    return chunk << chunkBits;
  }

  private grow(chunks: number): void {
    const { times, before, bagOf } = this;
    this.times = new Float64Array((chunks << chunkBits) * 3);
    this.times.set(times);
    this.words = new Int32Array(this.times.buffer);
    this.before = new Int32Array(chunks);
    this.before.set(before);
    this.bagOf = new Int32Array(chunks);
    this.bagOf.set(bagOf);
    this.chain(Math.max(1, before.length));
  }

  private chain(from: number): void {
    for (let chunk = this.before.length - 1; chunk >= from; chunk--) {
      this.before[chunk] = this.free;
      this.free = chunk;
    }
  }
}

/** Entries a chunk: few enough that half-empty chunks of a thousand bags do not matter. */
const chunkBits = 5;
const chunkMask = (1 << chunkBits) - 1;
