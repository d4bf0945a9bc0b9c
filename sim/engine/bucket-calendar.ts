import { CurrentEvents } from './current-events.ts';
import { AT, BASE, instantCount, PER_TIME, UNTIL } from './instants.ts';

/**
 * A bucket calendar of two levels, the third layer of the environment. Fine bucket `floor((time - base) / width)` holds
 * a few events, 256 of them make a coarse bucket, and what lies past 1,024 coarse buckets waits in the overflow. Only a
 * coarse bucket is a bag of entries. When its turn comes they are linked to lists, one for each of its fine buckets,
 * and stay where they are until it is left; one level of as many buckets would miss the cache at every insertion.
 */
export abstract class BucketCalendar extends CurrentEvents {
  protected readonly instants = new Float64Array(instantCount);
  /** Buckets entered and entries moved since `restart` or `forgetWork`, and the events that became current. */
  protected work = 0;
  protected loaded = 0;
  /** Entries struck out since the coarse bucket was entered: they stay until it is left. */
  protected struck = 0;
  /** True if the next event is past the last bucket: the calendar must begin anew. */
  protected isExhausted = false;
  /** Number of the fine bucket being emptied, and of its coarse bucket. */
  private fine = -1;
  protected coarse = -1;
  /** First entry of each fine bucket ahead in this coarse bucket, 0 if it is empty. */
  private readonly first = new Int32Array(fineCount);
  /** No overflow event is in an earlier coarse bucket. */
  private overflowFrom = 0;

  constructor() {
    super(bagCount);
    this.restart(0, 1);
  }

  protected get width(): number {
    return 1 / this.instants[PER_TIME]!;
  }

  /** Start of the bucket being emptied: no pending event outside the current ones is before it. */
  protected get from(): number {
    return this.instants[BASE]! + Math.max(this.fine, 0) / this.instants[PER_TIME]!;
  }

  /** Begins anew at an instant with a width of fine buckets. There must be no events. */
  protected restart(from: number, width: number): void {
    this.instants[BASE] = from;
    this.instants[PER_TIME] = 1 / width;
    this.fine = -1;
    this.coarse = -1;
    this.struck = 0;
    this.overflowFrom = never;
    this.isExhausted = false;
    this.forgetWork();
  }

  /** Forgets all events of the buckets. */
  protected clearBuckets(): void {
    this.clearBags();
    this.first.fill(0);
  }

  protected forgetWork(): void {
    this.work = 0;
    this.loaded = 0;
  }

  /** Puts an event of the time `AT` where it belongs. */
  protected place(sequence: number, rank: number, entity: number, slot: number): void {
    const instants = this.instants;
    const time = instants[AT]!;
    const distance = (time - instants[BASE]!) * instants[PER_TIME]!;
    const fine = distance < 0 ? -1 : distance < fineMax ? distance | 0 : fineMax;
    if (fine <= this.fine) {
      this.placeNow(sequence, rank, entity, slot);
      return;
    }
    const coarse = fine >> fineBits;
    const ahead = coarse - this.coarse;
    const bag = ahead < coarseCount ? coarse & coarseMask : this.bagBeyond(coarse);
    const position = this.lengthen(bag);
    this.times[position * 3] = time;
    this.write(position, sequence, rank, entity, slot);
    if (ahead === 0) this.link(position, fine & fineMask);
  }

  /** As `place`, for an event of the bucket being emptied. */
  private placeNow(sequence: number, rank: number, entity: number, slot: number): void {
    if (this.head === this.tail) this.clearCurrent();
    const position = this.lengthen(currentBag);
    this.times[position * 3] = this.instants[AT]!;
    this.write(position, sequence, rank, entity, slot);
    this.insertCurrent(position);
  }

  private bagBeyond(coarse: number): number {
    if (coarse < this.overflowFrom) this.overflowFrom = coarse;
    return overflowBag;
  }

  private link(position: number, list: number): void {
    this.next[position] = this.first[list]!;
    this.first[list] = position;
  }

  /** True if an entry is current or on a list, so that it can be struck out but not moved. */
  protected isLinked(position: number): boolean {
    const bag = this.bagAt(position);
    return bag === currentBag || bag === (this.coarse & coarseMask);
  }

  /** Makes the next events current; false if the buckets up to that of `until` hold none. Needs a pending event. */
  protected advance(): boolean {
    const { first, instants } = this;
    const distance = (instants[UNTIL]! - instants[BASE]!) * instants[PER_TIME]!;
    const until = distance < 0 ? -1 : distance < fineMax ? distance | 0 : fineMax;
    let fine = this.fine;
    while (fine < until) {
      fine++;
      this.work++;
      if ((fine & fineMask) === 0) {
        if (!this.enterCoarse(fine >> fineBits, until)) return false;
        fine = this.coarse << fineBits;
      }
      const entry = first[fine & fineMask]!;
      if (entry === 0) continue;
      this.isExhausted = fine === fineMax;
      if (this.isExhausted) return false;
      this.fine = fine;
      first[fine & fineMask] = 0;
      this.load(entry);
      this.work += this.tail;
      this.loaded += this.tail;
      return true;
    }
    this.fine = fine;
    return false;
  }

  /** Leaves the coarse bucket, and links the entries of the next one that holds events; false, and standing at `until`, if none does up to it. */
  private enterCoarse(first: number, until: number): boolean {
    const untilCoarse = until >> fineBits;
    this.empty(this.coarse & coarseMask);
    this.struck = 0;
    let coarse = first;
    for (let empty = 1; ; empty++) {
      if (coarse >= this.overflowFrom) {
        this.coarse = coarse - 1;
        this.sweepOverflow();
      }
      this.coarse = coarse;
      if (this.ends[coarse & coarseMask] !== 0) {
        this.linkAll(coarse & coarseMask);
        return true;
      }
      if (coarse >= untilCoarse) {
        this.fine = until;
        return false;
      }
      this.work++;
      const next = empty < coarseCount ? coarse + 1 : Math.max(coarse + 1, this.overflowFrom);
      coarse = Math.min(next, untilCoarse);
    }
  }

  /** Links the entries of the coarse bucket just entered. */
  private linkAll(bag: number): void {
    const { times, next, first, instants } = this;
    const base = instants[BASE]!;
    const perTime = instants[PER_TIME]!;
    for (let end = this.ends[bag]!; end > 0; end = this.peekBefore(end)) {
      end--;
      const distance = (times[end * 3]! - base) * perTime;
      const list = distance < fineMax ? (distance | 0) & fineMask : 0;
      next[end] = first[list]!;
      first[list] = end;
    }
  }

  /** Takes all entries off the lists, telling of each, and empties their coarse bucket. */
  protected unlinkAll(take: (position: number) => void): void {
    const { next, first } = this;
    for (let list = 0; list < fineCount; list++) {
      for (let position = first[list]!; position > 0; position = next[position]!) take(position);
    }
    first.fill(0);
    this.empty(this.coarse & coarseMask);
  }

  /** Moves what has come within reach out of the overflow. */
  private sweepOverflow(): void {
    let end = this.open(overflowBag);
    this.overflowFrom = never;
    while (end > 0) {
      end--;
      const words = this.words;
      const entry = end * 6;
      this.instants[AT] = this.times[end * 3]!;
      this.place(words[entry + 2]!, words[entry + 3]!, words[entry + 4]!, words[entry + 5]!);
      this.work++;
      end = this.endBefore(end);
    }
  }
}

/** Bags: the coarse buckets, one for the overflow, one for events that were current when they were placed. */
const fineBits = 8;
const fineCount = 1 << fineBits;
const fineMask = fineCount - 1;
const coarseCount = 1024;
const coarseMask = coarseCount - 1;
const overflowBag = coarseCount;
const currentBag = overflowBag + 1;
const bagCount = overflowBag + 1;

/** All events from this fine bucket on share it, so that numbers of buckets are small integers; a multiple of 256. */
const fineMax = 2 ** 30;
/** Later than every coarse bucket. */
const never = fineMax;
