/**
 * Pending events in unordered bags, each bag a chain of chunks from one pool. An entry is 24 bytes: its time as
 * float64, then sequence, rank, entity and slot as int32. Adding appends at the end, whose cache line is warm; removing
 * moves the last entry into the gap. Both take constant time and allocate nothing but a bigger pool now and then.
 * Position 0 is never used, so a bag whose end is 0 is empty.
 *
 * Entries move within their bag and to others. An event that may be cancelled has a slot, which stays; the others have
 * none (-1), because four bytes reached at random can cost more than 24 in a row.
 *
 * This is the first layer of one object, the environment, whose other layers extend it: what V8 knows of an object and
 * of its arrays ends at the next object, and as several objects the same code takes half as long again.
 */
export abstract class EventBags {
  /** The time of the entry at `position` is `times[position * 3]`. */
  protected times = new Float64Array(0);
  /**
   * Of the entry at `position`, `position * 6` + 2 is the sequence, + 3 the rank (priority << 16 | kind), + 4 the
   * entity, + 5 the slot.
   */
  protected words = new Int32Array(0);
  /** The entry that follows each one in a list of the layer above, which is 0 at the end of a list. */
  protected next = new Int32Array(0);
  /** One past the last entry of each bag. */
  protected readonly ends: Int32Array;
  /** Position of the entry with a slot; of a free slot, the complement of the next free one. */
  protected where = new Int32Array(0);
  private freeSlot = 0;
  /** Of a chunk in use, the end of its bag before the chunk was added; of a free one, the next free chunk. */
  private before = new Int32Array(0);
  /** The bag that uses each chunk. */
  private bagOf = new Int32Array(0);
  private freeChunk = 0;

  constructor(bagCount: number) {
    this.ends = new Int32Array(bagCount);
    this.growChunks(chunksMin);
    this.growSlots(slotsMin);
  }

  /** Makes a bag one entry longer. Returns the position, where the caller writes the entry and its time. */
  protected lengthen(bag: number): number {
    let end = this.ends[bag]!;
    if ((end & chunkMask) === 0) end = this.addChunk(bag, end);
    this.ends[bag] = end + 1;
    return end;
  }

  /** Writes the entry at `position`, but for its time. */
  protected write(position: number, sequence: number, rank: number, entity: number, slot: number): void {
    const words = this.words;
    const entry = position * 6;
    words[entry + 2] = sequence;
    words[entry + 3] = rank;
    words[entry + 4] = entity;
    words[entry + 5] = slot;
    if (slot >= 0) this.where[slot] = position;
  }

  /** Takes out the entry at `position`, wherever it stands. */
  protected remove(position: number): void {
    const bag = this.bagAt(position);
    const last = this.ends[bag]! - 1;
    if (position !== last) {
      const { times, words } = this;
      const to = position * 6;
      const from = last * 6;
      times[position * 3] = times[last * 3]!;
      words[to + 2] = words[from + 2]!;
      words[to + 3] = words[from + 3]!;
      words[to + 4] = words[from + 4]!;
      const slot = words[from + 5]!;
      words[to + 5] = slot;
      if (slot >= 0) this.where[slot] = position;
    }
    this.ends[bag] = this.endBefore(last);
  }

  /** Empties a bag for reading: its entries stand from the returned end down, each step taken with `endBefore`. */
  protected open(bag: number): number {
    const end = this.ends[bag]!;
    this.ends[bag] = 0;
    return end;
  }

  /** The end of a bag once its last entry, at `position`, is gone; 0 when the bag is empty. Frees an empty chunk. */
  protected endBefore(position: number): number {
    if ((position & chunkMask) !== 0) return position;
    const chunk = position >> chunkBits;
    const end = this.before[chunk]!;
    this.before[chunk] = this.freeChunk;
    this.freeChunk = chunk;
    return end;
  }

  /** As `endBefore`, for a bag that keeps its entries. */
  protected peekBefore(position: number): number {
    return (position & chunkMask) !== 0 ? position : this.before[position >> chunkBits]!;
  }

  /** Forgets all entries of a bag. */
  protected empty(bag: number): void {
    for (let end = this.open(bag); end > 0; ) end = this.endBefore(((end - 1) >> chunkBits) << chunkBits);
  }

  protected bagAt(position: number): number {
    return this.bagOf[position >> chunkBits]!;
  }

  /** Takes a free slot; the table doubles when there is none. The last one given is taken, as it is in the cache. */
  protected takeSlot(): number {
    if (this.freeSlot === this.where.length) this.growSlots(this.freeSlot * 2);
    const slot = this.freeSlot;
    this.freeSlot = ~this.where[slot]!;
    return slot;
  }

  protected giveSlot(slot: number): void {
    this.where[slot] = ~this.freeSlot;
    this.freeSlot = slot;
  }

  /** Empties every bag and frees every slot. */
  protected clearBags(): void {
    this.ends.fill(0);
    this.freeChunk = 0;
    this.chainChunks(1);
    this.chainSlots(0);
  }

  private addChunk(bag: number, end: number): number {
    if (this.freeChunk === 0) this.growChunks(this.before.length * 2);
    const chunk = this.freeChunk;
    this.freeChunk = this.before[chunk]!;
    this.before[chunk] = end;
    this.bagOf[chunk] = bag;
    return chunk << chunkBits;
  }

  private growChunks(chunks: number): void {
    const { times, next, before, bagOf } = this;
    this.times = new Float64Array((chunks << chunkBits) * 3);
    this.times.set(times);
    this.words = new Int32Array(this.times.buffer);
    this.next = new Int32Array(chunks << chunkBits);
    this.next.set(next);
    this.before = new Int32Array(chunks);
    this.before.set(before);
    this.bagOf = new Int32Array(chunks);
    this.bagOf.set(bagOf);
    this.chainChunks(Math.max(1, before.length));
  }

  private chainChunks(from: number): void {
    for (let chunk = this.before.length - 1; chunk >= from; chunk--) {
      this.before[chunk] = this.freeChunk;
      this.freeChunk = chunk;
    }
  }

  private growSlots(slots: number): void {
    const old = this.where;
    this.where = new Int32Array(slots);
    this.where.set(old);
    this.chainSlots(old.length);
  }

  private chainSlots(from: number): void {
    this.freeSlot = this.where.length;
    for (let slot = this.where.length - 1; slot >= from; slot--) this.giveSlot(slot);
  }
}

/** Entries a chunk: few enough that half-empty chunks of a thousand bags do not matter. */
const chunkBits = 4;
const chunkMask = (1 << chunkBits) - 1;
const chunksMin = 128;
const slotsMin = 1024;
