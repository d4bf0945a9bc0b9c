import { CurrentEvents } from './current-events.ts';

/**
 * A bucket calendar of two levels, the third layer of the environment. Fine bucket `floor((time - base) / width)` holds
 * a few events, 256 of them make a coarse bucket, and what lies past 1,024 coarse buckets waits in the overflow. Fine
 * buckets up to the one being emptied are the current events. Every event is written about three times, mostly to lines
 * in the cache; one level of as many buckets would miss the cache at every insertion.
 */
export abstract class BucketCalendar extends CurrentEvents {
  /** The time of the event to place, and the one up to which events are asked for: in a call they would be boxed. */
  protected readonly at = new Float64Array(1);
  protected readonly until = new Float64Array(1);
  /** Buckets entered and entries moved since `restart` or `forgetWork`, and the events that became current. */
  protected work = 0;
  protected loaded = 0;
  /** True if the next event is past the last bucket: the calendar must begin anew. */
  protected isExhausted = false;
  /** Doubles live in a typed array: as fields they would be boxed. */
  private readonly scale = new Float64Array(2);
  /** Number of the fine bucket being emptied, and of its coarse bucket. */
  private fine = -1;
  private coarse = -1;
  /** No overflow event is in an earlier coarse bucket. */
  private overflowFrom = 0;

  constructor() {
    super(bagCount);
    this.restart(0, 1);
  }

  protected get width(): number {
    return 1 / this.scale[PER_TIME]!;
  }

  /** Start of the bucket being emptied: no pending event outside the current ones is before it. */
  protected get from(): number {
    return this.scale[BASE]! + Math.max(this.fine, 0) / this.scale[PER_TIME]!;
  }

  /** Begins anew at an instant with a width of fine buckets. There must be no events. */
  protected restart(from: number, width: number): void {
    this.scale[BASE] = from;
    this.scale[PER_TIME] = 1 / width;
    this.fine = -1;
    this.coarse = -1;
    this.overflowFrom = never;
    this.isExhausted = false;
    this.forgetWork();
  }

  protected forgetWork(): void {
    this.work = 0;
    this.loaded = 0;
  }

  /** Puts an event of the time `at` where it belongs. */
  protected place(sequence: number, rank: number, entity: number, slot: number): void {
    const scale = this.scale;
    const time = this.at[0]!;
    const distance = (time - scale[BASE]!) * scale[PER_TIME]!;
    const fine = distance < 0 ? -1 : distance < fineMax ? distance | 0 : fineMax;
    const isCurrent = fine <= this.fine;
    let bag = currentBag;
    if (!isCurrent) bag = this.bagFor(fine >> fineBits, fine);
    else if (this.head === this.tail) this.clearCurrent();
    const position = this.lengthen(bag);
    const words = this.words;
    const entry = position * 6;
    this.times[position * 3] = time;
    words[entry + 2] = sequence;
    words[entry + 3] = rank;
    words[entry + 4] = entity;
    words[entry + 5] = slot;
    if (slot >= 0) this.where[slot] = position;
    if (isCurrent) this.insertCurrent(position);
  }

  private bagFor(coarse: number, fine: number): number {
    const ahead = coarse - this.coarse;
    if (ahead === 0) return fine & fineMask;
    if (ahead < coarseCount) return fineCount + (coarse & coarseMask);
    if (coarse < this.overflowFrom) this.overflowFrom = coarse;
    return overflowBag;
  }

  /** Makes the next events current; false if the buckets up to that of `until` hold none. Needs a pending event. */
  protected advance(): boolean {
    const { ends, scale } = this;
    const distance = (this.until[0]! - scale[BASE]!) * scale[PER_TIME]!;
    const until = distance < 0 ? -1 : distance < fineMax ? distance | 0 : fineMax;
    let fine = this.fine;
    while (fine < until) {
      fine++;
      this.work++;
      if ((fine & fineMask) === 0) {
        if (!this.enterCoarse(fine >> fineBits, until)) return false;
        fine = this.coarse << fineBits;
      }
      if (ends[fine & fineMask] === 0) continue;
      this.isExhausted = fine === fineMax;
      if (this.isExhausted) return false;
      this.fine = fine;
      this.load(fine & fineMask);
      this.work += this.tail;
      this.loaded += this.tail;
      return true;
    }
    this.fine = fine;
    return false;
  }

  /** Spreads the next coarse bucket that holds events; false, and standing at `until`, if none does up to it. */
  private enterCoarse(first: number, until: number): boolean {
    const untilCoarse = until >> fineBits;
    let coarse = first;
    for (let empty = 1; ; empty++) {
      if (coarse >= this.overflowFrom) {
        this.coarse = coarse - 1;
        this.sweepOverflow();
      }
      this.coarse = coarse;
      const bag = fineCount + (coarse & coarseMask);
      if (this.ends[bag] !== 0) {
        this.spread(bag);
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

  /** Moves the entries of the coarse bucket just entered to its fine buckets. */
  private spread(bag: number): void {
    const base = this.scale[BASE]!;
    const perTime = this.scale[PER_TIME]!;
    let end = this.open(bag);
    while (end > 0) {
      end--;
      const time = this.times[end * 3]!;
      const distance = (time - base) * perTime;
      const position = this.lengthen(distance < fineMax ? (distance | 0) & fineMask : 0);
      const words = this.words;
      const from = end * 6;
      const to = position * 6;
      this.times[position * 3] = time;
      words[to + 2] = words[from + 2]!;
      words[to + 3] = words[from + 3]!;
      words[to + 4] = words[from + 4]!;
      const slot = words[from + 5]!;
      words[to + 5] = slot;
      if (slot >= 0) this.where[slot] = position;
      end = this.endBefore(end);
    }
  }

  /** Moves what has come within reach out of the overflow. */
  private sweepOverflow(): void {
    let end = this.open(overflowBag);
    this.overflowFrom = never;
    while (end > 0) {
      end--;
      const words = this.words;
      const entry = end * 6;
      this.at[0] = this.times[end * 3]!;
      this.place(words[entry + 2]!, words[entry + 3]!, words[entry + 4]!, words[entry + 5]!);
      this.work++;
      end = this.endBefore(end);
    }
  }
}

/** Bags: the fine buckets of one coarse bucket, the coarse buckets ahead, one for the overflow, one current. */
const fineBits = 8;
const fineCount = 1 << fineBits;
const fineMask = fineCount - 1;
const coarseCount = 1024;
const coarseMask = coarseCount - 1;
const overflowBag = fineCount + coarseCount;
const currentBag = overflowBag + 1;
const bagCount = overflowBag + 1;

/** All events from this fine bucket on share it, so that numbers of buckets are small integers; a multiple of 256. */
const fineMax = 2 ** 30;
/** Later than every coarse bucket. */
const never = fineMax;

const BASE = 0;
const PER_TIME = 1;
