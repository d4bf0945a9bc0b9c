import { BucketCalendar } from './bucket-calendar.ts';
import { atLeastExact, isWidthFar, widthFor } from './calendar-width.ts';
import type { CurrentEvents } from './current-events.ts';
import type { EventHandler } from './event-handler.ts';
import { kindOf } from './event-rank.ts';
import { EventSlots } from './event-slots.ts';
import { type Pending, takePending } from './take-pending.ts';

/**
 * Future event list: pending events in total order (time, priority, sequence), on a bucket calendar whose width
 * follows the load. Insertion and cancellation take constant time. The width changes how fast events come out,
 * never their order.
 */
export class FutureEventList {
  readonly slots: EventSlots;
  readonly calendar: BucketCalendar;
  readonly current: CurrentEvents;
  size = 0;
  /** More current events than this make the calendar look at its width. */
  private crowdMax = crowdMin;
  /** Where the calendar stood when its width was last reviewed. */
  private readonly reviewedAt = new Float64Array(1);
  private readonly ahead: EventHandler | undefined;

  /** @param ahead Told of the events of each bucket as it becomes current. */
  constructor(ahead?: EventHandler) {
    this.ahead = ahead;
    this.slots = new EventSlots(slotsMin);
    this.calendar = new BucketCalendar(this.slots);
    this.current = this.calendar.current;
  }

  /** Parts that hold the state of this list, for a checkpoint. */
  get parts(): readonly object[] {
    return [this, this.slots, this.calendar, this.calendar.bags, this.current];
  }

  /** Forgets all events and begins anew at an instant. The width is kept, because the next run is like the last. */
  clear(from: number): void {
    this.slots.clear();
    this.current.clear();
    this.calendar.bags.clear();
    this.size = 0;
    this.restart(from, this.calendar.width);
  }

  /** Adds an event of the time `calendar.at` and returns its slot. */
  insert(sequence: number, rank: number, entity: number): number {
    const slot = this.slots.take();
    this.size++;
    this.calendar.place(sequence, rank, entity, slot);
    const current = this.current;
    if (current.tail - current.head > this.crowdMax) this.thinOut();
    return slot;
  }

  /** Takes out a pending event. */
  remove(slot: number): void {
    const position = this.slots.where[slot]!;
    const { bags, current } = this.calendar;
    if (bags.isIn(current.bag, position)) current.remove(position);
    else bags.remove(position);
    this.slots.give(slot);
    this.size--;
  }

  /** The entity of a pending event. */
  entityOf(slot: number): number {
    return this.calendar.bags.entityAt(this.slots.where[slot]!);
  }

  /** True if an event before `calendar.until` is pending; it is then the first of the current ones. */
  hasNext(): boolean {
    const current = this.current;
    while (current.head === current.tail) if (!this.advance()) return false;
    return current.times[current.head]! < this.calendar.until[0]!;
  }

  private advance(): boolean {
    if (this.size === 0) return false;
    const calendar = this.calendar;
    if (calendar.work > reviewWorkMin && calendar.work > this.size) this.reviewWidth();
    if (!calendar.advance()) {
      if (!calendar.isExhausted) return false;
      this.refit();
      return true;
    }
    if (this.ahead !== undefined) this.tell(this.ahead);
    if (this.current.tail > this.crowdMax) this.thinOut();
    return true;
  }

  private tell(ahead: EventHandler): void {
    const { positions, head, tail } = this.current;
    const { words } = this.calendar.bags;
    for (let at = head; at < tail; at++) {
      const entry = positions[at]! * 6;
      ahead(kindOf(words[entry + 3]!), words[entry + 4]!);
    }
  }

  /** Fits the width to the events that came out since the last review. */
  private reviewWidth(): void {
    const calendar = this.calendar;
    const from = calendar.from;
    const ideal = widthFor(from - this.reviewedAt[0]!, calendar.loaded, from);
    this.reviewedAt[0] = from;
    this.crowdMax = crowdMin;
    if (isWidthFar(calendar.width, ideal)) this.rebuild(from, ideal);
    else calendar.forgetWork();
  }

  /** Narrows the buckets for a crowd; one that shares an instant cannot be spread, so it is let be. */
  private thinOut(): void {
    const { times, head, tail } = this.current;
    const ideal = widthFor(times[tail - 1]! - times[head]!, tail - head, times[head]!);
    if (ideal < this.calendar.width && isWidthFar(this.calendar.width, ideal))
      this.rebuild(times[head]!, ideal);
    else this.crowdMax = (tail - head) * 2;
  }

  private rebuild(from: number, width: number): void {
    const pending = takePending(this.calendar.bags, this.current, this.size);
    this.restart(from, width);
    this.placeAll(pending);
  }

  /** Begins anew with a width by all that is pending. Needs a pending event. */
  private refit(): void {
    const pending = takePending(this.calendar.bags, this.current, this.size);
    const from = pending.times.reduce((least, time) => Math.min(least, time));
    const to = pending.times.reduce((greatest, time) => Math.max(greatest, time));
    this.restart(from, widthFor(to - from, this.size, from) || this.calendar.width);
    this.placeAll(pending);
  }

  private placeAll({ times, words }: Pending): void {
    for (let i = 0; i < times.length; i++) {
      const at = i * 4;
      this.calendar.at[0] = times[i]!;
      this.calendar.place(words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!);
    }
  }

  private restart(from: number, width: number): void {
    this.calendar.restart(from, atLeastExact(width, from));
    this.reviewedAt[0] = from;
  }
}

const slotsMin = 1024;
const crowdMin = 256;
/** Reviews are no nearer than this, so that a small model is not rebuilt at every turn. */
const reviewWorkMin = 4096;
