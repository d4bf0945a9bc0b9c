import type { Clock } from './clock.ts';
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
  readonly bags: EventBags;
  readonly current: CurrentEvents;
  /** Buckets entered and entries moved since `restart` or `forgetWork`, and the events that became current. */
  work = 0;
  loaded = 0;
  /** True if the next event is so many buckets away that their numbers would lose exactness: the width must grow. */
  isExhausted = false;
  private readonly clock: Clock;

  constructor(slots: EventSlots, clock: Clock) {
    this.clock = clock;
    this.bags = new EventBags(bagCount, slots);
    this.current = new CurrentEvents(slots, clock);
    this.restart(0, 1);
  }

  get width(): number {
    return 1 / this.clock.perTime[0]!;
  }

  /** Start of the bucket being emptied: no pending event outside the current ones is before it. */
  get from(): number {
    return this.clock.fine[0]! / this.clock.perTime[0]!;
  }

  /** Begins anew at an instant with a width of fine buckets. There must be no events. */
  restart(from: number, width: number): void {
    const clock = this.clock;
    clock.perTime[0] = 1 / width;
    clock.fine[0] = Math.floor(from * clock.perTime[0]!) - 1;
    clock.coarse[0] = Math.floor(clock.fine[0]! / fineCount);
    clock.overflowFrom[0] = Number.POSITIVE_INFINITY;
    this.isExhausted = false;
    this.forgetWork();
  }

  forgetWork(): void {
    this.work = 0;
    this.loaded = 0;
  }

  /** Puts an event of the time `AT` where it belongs. */
  place(sequence: number, rank: number, entity: number, slot: number): void {
    const { bags, clock } = this;
    const fine = Math.floor(clock.at[0]! * clock.perTime[0]!);
    if (fine <= clock.fine[0]!) {
      this.current.insert(sequence, rank, entity, slot);
      return;
    }
    const coarse = Math.min(Math.floor(fine / fineCount), coarseMax);
    const ahead = coarse - clock.coarse[0]!;
    let bag = overflowBag;
    if (ahead === 0) bag = fine & fineMask;
    else if (ahead < coarseCount) bag = fineCount + (coarse & coarseMask);
    else if (coarse < clock.overflowFrom[0]!) clock.overflowFrom[0] = coarse;
    const position = bags.add(bag, sequence, rank, entity, slot);
    bags.times[position * 3] = clock.at[0]!;
  }

  /** Makes the next events current; false if the buckets up to that of `UNTIL` hold none. Needs a pending event. */
  advance(): boolean {
    const clock = this.clock;
    const ends = this.bags.ends;
    const untilFine = Math.floor(clock.until[0]! * clock.perTime[0]!);
    let fine = clock.fine[0]!;
    while (fine < untilFine) {
      fine++;
      this.work++;
      if ((fine & fineMask) === 0) {
        if (!this.enterCoarse(fine / fineCount, untilFine)) return false;
        fine = clock.coarse[0]! * fineCount;
      }
      if (ends[fine & fineMask] === 0) continue;
      clock.fine[0] = fine;
      this.current.load(this.bags, fine & fineMask);
      this.work += this.current.tail;
      this.loaded += this.current.tail;
      return true;
    }
    clock.fine[0] = fine;
    return false;
  }

  /** Spreads the next coarse bucket that holds events; false, and standing at `untilFine`, if none does up to it. */
  private enterCoarse(first: number, untilFine: number): boolean {
    const clock = this.clock;
    const untilCoarse = Math.floor(untilFine / fineCount);
    let coarse = first;
    for (let empty = 1; ; empty++) {
      if (coarse === coarseMax) {
        this.isExhausted = true;
        return false;
      }
      if (coarse >= clock.overflowFrom[0]!) {
        clock.coarse[0] = coarse - 1;
        this.sweepOverflow();
      }
      clock.coarse[0] = coarse;
      const bag = fineCount + (coarse & coarseMask);
      if (this.bags.ends[bag] !== 0) {
        this.spread(bag);
        return true;
      }
      if (coarse >= untilCoarse) {
        clock.fine[0] = untilFine;
        return false;
      }
      this.work++;
      const next = empty < coarseCount ? coarse + 1 : Math.max(coarse + 1, clock.overflowFrom[0]!);
      coarse = Math.min(next, untilCoarse);
    }
  }

  private spread(bag: number): void {
    const bags = this.bags;
    const perTime = this.clock.perTime[0]!;
    let end = bags.open(bag);
    while (end > 0) {
      end--;
      bags.move(end, Math.floor(bags.times[end * 3]! * perTime) & fineMask);
      end = bags.endBefore(end);
    }
  }

  /** Moves what has come within reach out of the overflow. */
  private sweepOverflow(): void {
    const { bags, clock } = this;
    let end = bags.open(overflowBag);
    clock.overflowFrom[0] = Number.POSITIVE_INFINITY;
    while (end > 0) {
      end--;
      const words = bags.words;
      const at = end * 6;
      clock.at[0] = bags.times[end * 3]!;
      this.place(words[at + 2]!, words[at + 3]!, words[at + 4]!, words[at + 5]!);
      this.work++;
      end = bags.endBefore(end);
    }
  }
}

/** Bags: the fine buckets of one coarse bucket, the coarse buckets ahead, and one for the overflow. */
const fineCount = 256;
const fineMask = fineCount - 1;
const coarseCount = 1024;
const coarseMask = coarseCount - 1;
const overflowBag = fineCount + coarseCount;
const bagCount = overflowBag + 1;

/** Coarse buckets from this number on are one: past it fine numbers would not be exact. */
const coarseMax = 2 ** 42;
