import { BucketCalendar } from './bucket-calendar.ts';
import { isWidthFar, widthFor } from './calendar-geometry.ts';
import type { CurrentEvents } from './current-events.ts';
import { currentRowOf, EventSlots } from './event-slots.ts';
import { takePending } from './take-pending.ts';

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
  private readonly reviewedAt = new Float64Array(1);

  constructor(capacity: number) {
    this.slots = new EventSlots(capacity);
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
    this.calendar.bags.clear();
    this.current.clear();
    this.size = 0;
    this.restart(from, this.calendar.width);
  }

  /** Adds an event and returns its slot. */
  insert(time: number, sequence: number, rank: number, entity: number): number {
    const slot = this.slots.take();
    this.size++;
    this.calendar.place(time, sequence, rank, entity, slot);
    const current = this.current;
    if (current.tail - current.head > this.crowdMax) this.thinOut();
    return slot;
  }

  /** Takes out a pending event. */
  remove(slot: number): void {
    const where = this.slots.where[slot]!;
    if (where >= 0) this.calendar.bags.remove(where);
    else this.current.remove(slot);
    this.slots.give(slot);
    this.size--;
  }

  /** The entity of a pending event. */
  entityOf(slot: number): number {
    const where = this.slots.where[slot]!;
    return where >= 0 ? this.calendar.bags.entityAt(where) : this.current.entityAt(currentRowOf(where));
  }

  /** True if an event before `untilAt` is pending; it is then the first of the current ones. */
  hasBefore(untilAt: number): boolean {
    const current = this.current;
    while (current.head === current.tail) if (!this.advance(untilAt)) return false;
    return current.times[current.head]! < untilAt;
  }

  private advance(untilAt: number): boolean {
    if (this.size === 0) return false;
    const calendar = this.calendar;
    if (calendar.work > reviewWorkMin && calendar.work > this.size) this.reviewWidth();
    if (!calendar.advance(untilAt)) return false;
    if (this.current.tail > this.crowdMax) this.thinOut();
    return true;
  }

  /** Fits the width to the events that came out since the last review. */
  private reviewWidth(): void {
    const calendar = this.calendar;
    const from = calendar.from;
    const ideal = widthFor(from - this.reviewedAt[0]!, calendar.loaded);
    this.reviewedAt[0] = from;
    this.crowdMax = crowdMin;
    if (isWidthFar(calendar.width, ideal)) this.rebuild(from, ideal);
    else calendar.forgetWork();
  }

  /** Narrows the buckets for a crowd; one that shares an instant cannot be spread, so it is let be. */
  private thinOut(): void {
    const { times, head, tail } = this.current;
    const ideal = widthFor(times[tail - 1]! - times[head]!, tail - head);
    if (ideal < this.calendar.width && isWidthFar(this.calendar.width, ideal))
      this.rebuild(times[head]!, ideal);
    else this.crowdMax = (tail - head) * 2;
  }

  private rebuild(from: number, width: number): void {
    const pending = takePending(this.calendar.bags, this.current, this.size);
    this.restart(from, width);
    for (let i = 0; i < this.size; i++) {
      const at = i * 4;
      const words = pending.words;
      this.calendar.place(pending.times[i]!, words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!);
    }
  }

  private restart(from: number, width: number): void {
    this.calendar.restart(from, width);
    this.reviewedAt[0] = from;
  }
}

const crowdMin = 256;
/** Reviews are no nearer than this, so that a small model is not rebuilt at every turn. */
const reviewWorkMin = 4096;
