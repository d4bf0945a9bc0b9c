import { bagCount, coarseCount, coarseMask, fineCount, fineMask, overflowBag } from './calendar-geometry.ts';
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
  private readonly scalars = new Float64Array(scalarCount);

  constructor(slots: EventSlots) {
    this.bags = new EventBags(bagCount, slots);
    this.current = new CurrentEvents(slots);
    this.restart(0, 1);
  }

  get width(): number {
    return 1 / this.scalars[PER_TIME]!;
  }

  /** Start of the bucket being emptied: no pending event outside the current ones is before it. */
  get from(): number {
    return this.scalars[FINE]! / this.scalars[PER_TIME]!;
  }

  /** Begins anew at an instant with a width of fine buckets. There must be no events. */
  restart(from: number, width: number): void {
    const scalars = this.scalars;
    scalars[PER_TIME] = 1 / width;
    scalars[FINE] = Math.floor(from / width) - 1;
    scalars[COARSE] = Math.floor(scalars[FINE]! / fineCount);
    scalars[OVERFLOW_FROM] = Number.POSITIVE_INFINITY;
    this.forgetWork();
  }

  forgetWork(): void {
    this.work = 0;
    this.loaded = 0;
  }

  /** Puts an event where its time belongs. */
  place(time: number, sequence: number, rank: number, entity: number, slot: number): void {
    const fine = Math.floor(time * this.scalars[PER_TIME]!);
    if (fine <= this.scalars[FINE]!) this.current.insert(time, sequence, rank, entity, slot);
    else this.bags.add(this.bagFor(fine), time, sequence, rank, entity, slot);
  }

  /** Makes the next events current; false if the buckets up to that of `untilAt` hold none. Needs a pending event. */
  advance(untilAt: number): boolean {
    const scalars = this.scalars;
    const ends = this.bags.ends;
    const untilFine = Math.floor(untilAt * scalars[PER_TIME]!);
    let fine = scalars[FINE]!;
    while (fine < untilFine) {
      fine++;
      this.work++;
      if ((fine & fineMask) === 0) {
        if (!this.enterCoarse(fine / fineCount, untilFine)) return false;
        fine = scalars[COARSE]! * fineCount;
      }
      if (ends[fine & fineMask] === 0) continue;
      scalars[FINE] = fine;
      this.current.load(this.bags, fine & fineMask);
      this.work += this.current.tail;
      this.loaded += this.current.tail;
      return true;
    }
    scalars[FINE] = fine;
    return false;
  }

  /** Spreads the next coarse bucket that holds events; false, and standing at `untilFine`, if none does up to it. */
  private enterCoarse(first: number, untilFine: number): boolean {
    const scalars = this.scalars;
    const untilCoarse = Math.floor(untilFine / fineCount);
    let coarse = first;
    for (let empty = 1; ; empty++) {
      if (coarse >= scalars[OVERFLOW_FROM]!) {
        scalars[COARSE] = coarse - 1;
        this.sweepOverflow();
      }
      scalars[COARSE] = coarse;
      const bag = fineCount + (coarse & coarseMask);
      if (this.bags.ends[bag] !== 0) {
        this.spread(bag);
        return true;
      }
      if (coarse >= untilCoarse) {
        scalars[FINE] = untilFine;
        return false;
      }
      this.work++;
      const next = empty < coarseCount ? coarse + 1 : Math.max(coarse + 1, scalars[OVERFLOW_FROM]!);
      coarse = Math.min(next, untilCoarse);
    }
  }

  private bagFor(fine: number): number {
    const scalars = this.scalars;
    const coarse = Math.floor(fine / fineCount);
    const ahead = coarse - scalars[COARSE]!;
    if (ahead === 0) return fine & fineMask;
    if (ahead < coarseCount) return fineCount + (coarse & coarseMask);
    if (coarse < scalars[OVERFLOW_FROM]!) scalars[OVERFLOW_FROM] = coarse;
    return overflowBag;
  }

  private spread(bag: number): void {
    const bags = this.bags;
    const perTime = this.scalars[PER_TIME]!;
    let end = bags.open(bag);
    while (end > 0) {
      end--;
      bags.move(end, Math.floor(bags.times[end * 3]! * perTime) & fineMask);
      end = bags.endBefore(end);
    }
  }

  /** Moves what has come within reach out of the overflow. */
  private sweepOverflow(): void {
    const { bags, scalars } = this;
    let end = bags.open(overflowBag);
    scalars[OVERFLOW_FROM] = Number.POSITIVE_INFINITY;
    while (end > 0) {
      end--;
      bags.move(end, this.bagFor(Math.floor(bags.times[end * 3]! * scalars[PER_TIME]!)));
      this.work++;
      end = bags.endBefore(end);
    }
  }
}

/** Numbers that need not be small integers live in a typed array: as fields they would be boxed. */
const PER_TIME = 0;
/** Number of the fine bucket being emptied, and of its coarse bucket. */
const FINE = 1;
const COARSE = 2;
/** No overflow event is in an earlier coarse bucket. */
const OVERFLOW_FROM = 3;
const scalarCount = 4;
