import { CurrentEvents } from './current-events.ts';
import { EventBags } from './event-bags.ts';
import type { EventSlots } from './event-slots.ts';

/**
 * A bucket calendar of two levels. Fine bucket `floor(time / width)` holds a few events, 256 of them make a coarse
 * bucket, and what lies past 1,024 coarse buckets waits in the overflow. Fine buckets up to the one being emptied
 * are the current events. Every event is written about three times, mostly to lines in the cache; one level of as
 * many buckets would miss the cache at every insertion.
 */
export class BucketCalendar {
  /** The time of the event to place, and the one up to which events are asked for. */
  readonly at = new Float64Array(1);
  readonly until = new Float64Array(1);
  readonly bags: EventBags;
  readonly current: CurrentEvents;
  /** Buckets entered and entries moved since `restart` or `forgetWork`, and the events that became current. */
  work = 0;
  loaded = 0;
  /** True if the next event is so many buckets away that their numbers would lose exactness: the width must grow. */
  isExhausted = false;
  private readonly numbers = new Float64Array(4);

  constructor(slots: EventSlots) {
    this.bags = new EventBags(bagCount, slots);
    this.current = new CurrentEvents(this.bags, currentBag);
    this.restart(0, 1);
  }

  get width(): number {
    return 1 / this.numbers[PER_TIME]!;
  }

  /** Start of the bucket being emptied: no pending event outside the current ones is before it. */
  get from(): number {
    return this.numbers[FINE]! / this.numbers[PER_TIME]!;
  }

  /** Begins anew at an instant with a width of fine buckets. There must be no events. */
  restart(from: number, width: number): void {
    const numbers = this.numbers;
    numbers[PER_TIME] = 1 / width;
    numbers[FINE] = Math.floor(from * numbers[PER_TIME]!) - 1;
    numbers[COARSE] = Math.floor(numbers[FINE]! / fineCount);
    numbers[OVERFLOW_FROM] = Number.POSITIVE_INFINITY;
    this.isExhausted = false;
    this.forgetWork();
  }

  forgetWork(): void {
    this.work = 0;
    this.loaded = 0;
  }

  /** Puts an event of the time `at` where it belongs. */
  place(sequence: number, rank: number, entity: number, slot: number): void {
    const { bags, numbers } = this;
    const fine = Math.floor(this.at[0]! * numbers[PER_TIME]!);
    if (fine <= numbers[FINE]!) {
      this.placeCurrent(sequence, rank, entity, slot);
      return;
    }
    const coarse = Math.min(Math.floor(fine / fineCount), coarseMax);
    const ahead = coarse - numbers[COARSE]!;
    let bag = overflowBag;
    if (ahead === 0) bag = fine & fineMask;
    else if (ahead < coarseCount) bag = fineCount + (coarse & coarseMask);
    else if (coarse < numbers[OVERFLOW_FROM]!) numbers[OVERFLOW_FROM] = coarse;
    const position = bags.add(bag, sequence, rank, entity, slot);
    bags.times[position * 3] = this.at[0]!;
  }

  private placeCurrent(sequence: number, rank: number, entity: number, slot: number): void {
    const { bags, current } = this;
    if (current.head === current.tail) current.clear();
    const position = bags.add(currentBag, sequence, rank, entity, slot);
    bags.times[position * 3] = this.at[0]!;
    current.insert(position);
  }

  /** Makes the next events current; false if the buckets up to that of `until` hold none. Needs a pending event. */
  advance(): boolean {
    const numbers = this.numbers;
    const ends = this.bags.ends;
    const untilFine = Math.floor(this.until[0]! * numbers[PER_TIME]!);
    let fine = numbers[FINE]!;
    while (fine < untilFine) {
      fine++;
      this.work++;
      if ((fine & fineMask) === 0) {
        if (!this.enterCoarse(fine / fineCount, untilFine)) return false;
        fine = numbers[COARSE]! * fineCount;
      }
      if (ends[fine & fineMask] === 0) continue;
      numbers[FINE] = fine;
      this.current.load(fine & fineMask);
      this.work += this.current.tail;
      this.loaded += this.current.tail;
      return true;
    }
    numbers[FINE] = fine;
    return false;
  }

  /** Spreads the next coarse bucket that holds events; false, and standing at `untilFine`, if none does up to it. */
  private enterCoarse(first: number, untilFine: number): boolean {
    const numbers = this.numbers;
    const untilCoarse = Math.floor(untilFine / fineCount);
    let coarse = first;
    for (let empty = 1; ; empty++) {
      if (coarse === coarseMax) {
        this.isExhausted = true;
        return false;
      }
      if (coarse >= numbers[OVERFLOW_FROM]!) {
        numbers[COARSE] = coarse - 1;
        this.sweepOverflow();
      }
      numbers[COARSE] = coarse;
      const bag = fineCount + (coarse & coarseMask);
      if (this.bags.ends[bag] !== 0) {
        this.spread(bag);
        return true;
      }
      if (coarse >= untilCoarse) {
        numbers[FINE] = untilFine;
        return false;
      }
      this.work++;
      const next = empty < coarseCount ? coarse + 1 : Math.max(coarse + 1, numbers[OVERFLOW_FROM]!);
      coarse = Math.min(next, untilCoarse);
    }
  }

  private spread(bag: number): void {
    const bags = this.bags;
    const perTime = this.numbers[PER_TIME]!;
    let end = bags.open(bag);
    while (end > 0) {
      end--;
      bags.move(end, Math.floor(bags.times[end * 3]! * perTime) & fineMask);
      end = bags.endBefore(end);
    }
  }

  /** Moves what has come within reach out of the overflow. */
  private sweepOverflow(): void {
    const { bags, numbers } = this;
    let end = bags.open(overflowBag);
    numbers[OVERFLOW_FROM] = Number.POSITIVE_INFINITY;
    while (end > 0) {
      end--;
      const words = bags.words;
      const at = end * 6;
      this.at[0] = bags.times[end * 3]!;
      this.place(words[at + 2]!, words[at + 3]!, words[at + 4]!, words[at + 5]!);
      this.work++;
      end = bags.endBefore(end);
    }
  }
}

/** Bags: the fine buckets of one coarse bucket, the coarse buckets ahead, one for the overflow, one current. */
const fineCount = 256;
const fineMask = fineCount - 1;
const coarseCount = 1024;
const coarseMask = coarseCount - 1;
const overflowBag = fineCount + coarseCount;
const currentBag = overflowBag + 1;
const bagCount = currentBag + 1;

/**
 * Numbers of the calendar that need not be small integers: as fields they would be boxed. So would be one handed to a
 * call that V8 does not inline, which is what `at` and `until` are for.
 */
const PER_TIME = 0;
/** Number of the fine bucket being emptied, and of its coarse bucket. */
const FINE = 1;
const COARSE = 2;
/** No overflow event is in an earlier coarse bucket. */
const OVERFLOW_FROM = 3;

/** Coarse buckets from this number on are one: past it fine numbers would not be exact. */
const coarseMax = 2 ** 42;
