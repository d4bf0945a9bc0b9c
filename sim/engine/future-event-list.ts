import { BucketCalendar } from './bucket-calendar.ts';
import { atLeastExact, isWidthFar, widthFor } from './calendar-width.ts';
import type { EventHandler } from './event-handler.ts';
import { AT } from './instants.ts';
import { kindMask, struckOut } from './rank.ts';

/**
 * Future event list: pending events in total order (time, priority, sequence), on a bucket calendar whose width
 * follows the load; the fourth layer of the environment. Insertion and cancellation take constant time. The width
 * changes how fast events come out, never their order.
 */
export abstract class FutureEventList extends BucketCalendar {
  /** Events neither fired nor cancelled. */
  protected size = 0;
  /** More current events than this make the calendar look at its width. */
  private crowdMax = crowdMin;
  /** Where the calendar stood when its width was last reviewed. */
  private readonly reviewedAt = new Float64Array(1);
  /** The coarse bucket of that time: one that lasts is left for once, because it keeps what has fired. */
  private reviewedIn = -1;
  private readonly ahead: EventHandler | undefined;
  /** Events a fine bucket should hold. */
  private readonly bucketful: number;

  /** @param ahead Told of the events of each bucket as it becomes current. */
  constructor(ahead?: EventHandler) {
    super();
    this.ahead = ahead;
    this.bucketful = ahead === undefined ? bucketfulAlone : bucketfulAhead;
  }

  /** Forgets all events and begins anew at an instant. The width is kept, because the next run is like the last. */
  protected clear(from: number): void {
    this.clearBuckets();
    this.clearCurrent();
    this.size = 0;
    this.begin(from, this.width);
  }

  /** Adds an event of the time `at`, with a slot or without (-1). */
  protected insert(sequence: number, rank: number, entity: number, slot: number): void {
    this.size++;
    this.place(sequence, rank, entity, slot);
    if (this.tail - this.head > this.crowdMax) this.thinOut();
  }

  /** Takes out the pending event with a slot. */
  protected removeSlot(slot: number): void {
    const position = this.where[slot]!;
    this.giveSlot(slot);
    this.size--;
    if (this.isLinked(position)) this.strikeOut(position);
    else this.remove(position);
  }

  private strikeOut(position: number): void {
    this.strike(position);
    this.struck++;
    if (this.struck > struckMin && this.struck > this.size) this.rebuild(this.from, this.width);
  }

  /** Makes the next events current when there are none; false if none is before `until`. */
  protected moveOn(): boolean {
    if (this.size === 0) return false;
    if (this.work > reviewWorkMin && this.work > this.size) this.reviewWidth();
    if (!this.advance()) {
      if (!this.isExhausted) return false;
      this.refit();
      return true;
    }
    if (this.ahead !== undefined) this.tell(this.ahead);
    if (this.tail > this.crowdMax) this.thinOut();
    return true;
  }

  private tell(ahead: EventHandler): void {
    const { currentPositions, words, head, tail } = this;
    for (let at = head; at < tail; at++) {
      const entry = currentPositions[at]! * 6;
      ahead(words[entry + 3]! & kindMask, words[entry + 4]!);
    }
  }

  /** Fits the width to the events that came out since the last review. */
  private reviewWidth(): void {
    const from = this.from;
    const ideal = widthFor(from - this.reviewedAt[0]!, this.loaded / this.bucketful, from);
    this.reviewedAt[0] = from;
    this.crowdMax = crowdMin;
    if (isWidthFar(this.width, ideal)) this.rebuild(from, ideal);
    else if (this.coarse === this.reviewedIn) this.rebuild(from, this.width);
    else this.forgetWork();
    this.reviewedIn = this.coarse;
  }

  /** Narrows the buckets for a crowd; one that shares an instant cannot be spread, so it is let be. */
  private thinOut(): void {
    const { currentTimes, head, tail } = this;
    const from = currentTimes[head]!;
    const ideal = widthFor(currentTimes[tail - 1]! - from, (tail - head) / this.bucketful, from);
    if (ideal < this.width && isWidthFar(this.width, ideal)) this.rebuild(from, ideal);
    else this.crowdMax = (tail - head) * 2;
  }

  private rebuild(from: number, width: number): void {
    const pending = this.takeAll();
    this.begin(from, width);
    this.placeAll(pending);
  }

  /** Begins anew with a width by all that is pending. Needs a pending event. */
  private refit(): void {
    const pending = this.takeAll();
    const from = pending.times.reduce((least, time) => Math.min(least, time));
    const to = pending.times.reduce((greatest, time) => Math.max(greatest, time));
    this.begin(from, widthFor(to - from, this.size / this.bucketful, from) || this.width);
    this.placeAll(pending);
  }

  private begin(from: number, width: number): void {
    this.restart(from, atLeastExact(width, from));
    this.reviewedAt[0] = from;
  }

  private takeAll(): Pending {
    const times = new Float64Array(this.size);
    const words = new Int32Array(this.size * 4);
    let taken = 0;
    const take = (position: number): void => {
      if ((this.words[position * 6 + 3]! & struckOut) !== 0) return;
      times[taken] = this.times[position * 3]!;
      for (let word = 0; word < 4; word++) words[taken * 4 + word] = this.words[position * 6 + 2 + word]!;
      taken++;
    };
    for (let at = this.head; at < this.tail; at++) take(this.currentPositions[at]!);
    this.clearCurrent();
    this.unlinkAll(take);
    for (let bag = 0; bag < this.ends.length; bag++) this.drain(bag, take);
    return { times, words };
  }

  private drain(bag: number, take: (position: number) => void): void {
    for (let end = this.open(bag); end > 0; end = this.endBefore(end)) take(--end);
  }

  private placeAll({ times, words }: Pending): void {
    for (let i = 0; i < times.length; i++) {
      const at = i * 4;
      this.instants[AT] = times[i]!;
      this.place(words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!);
    }
  }
}

/** Events in no order: their times, and for each its sequence, rank, entity and slot. */
interface Pending {
  readonly times: Float64Array;
  readonly words: Int32Array;
}

const crowdMin = 256;
/** Few events are sorted fast; a model that looks ahead should see several at once. */
const bucketfulAlone = 2;
const bucketfulAhead = 12;
/** This many entries may be struck out before that is a reason to place the others anew. */
const struckMin = 4096;
/** Reviews are no nearer than this, so that a small model is not rebuilt at every turn. */
const reviewWorkMin = 4096;
