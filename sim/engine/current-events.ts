import type { EventBags } from './event-bags.ts';
import { isRankedBefore } from './event-rank.ts';

/**
 * The events of the bucket being emptied, in total order (time, priority, sequence). Their entries stay in a bag of
 * their own; only times and positions are kept in order. A bucket holds a few events, so keeping order by insertion is
 * the fastest; a crowd that comes at once is sorted as a whole.
 */
export class CurrentEvents {
  /** Times in order and the positions of their entries, from `head` to `tail`. */
  times = new Float64Array(lengthMin);
  positions = new Int32Array(lengthMin);
  head = 0;
  tail = 0;
  /** The bag of the entries; those of events that are over stay in it until it is cleared. */
  readonly bag: number;
  private readonly bags: EventBags;

  constructor(bags: EventBags, bag: number) {
    this.bags = bags;
    this.bag = bag;
  }

  clear(): void {
    this.head = 0;
    this.tail = 0;
    this.bags.empty(this.bag);
  }

  /** Puts an entry that was added to this bag in its place. A new event is mostly a late one: look from the tail. */
  insert(position: number): void {
    if (this.tail === this.times.length) this.makeRoom();
    const { times, positions, head } = this;
    const time = this.bags.times[position * 3]!;
    let at = this.tail;
    this.tail = at + 1;
    while (at > head) {
      const earlier = times[at - 1]!;
      if (earlier < time || (earlier === time && this.isBefore(positions[at - 1]!, position))) break;
      times[at] = earlier;
      positions[at] = positions[at - 1]!;
      at--;
    }
    times[at] = time;
    positions[at] = position;
  }

  /** Takes over another bag. There must be no current events. */
  load(bag: number): void {
    this.clear();
    const bags = this.bags;
    for (let end = bags.moveAll(bag, this.bag); end > 0; end = bags.peekBefore(end)) {
      end--;
      if (this.tail < crowd) this.insert(end);
      else this.append(end);
    }
    if (this.tail > crowd) this.sort();
  }

  /** Takes one event out, wherever it stands; the shorter side closes the gap. */
  remove(position: number): void {
    const { times, positions, head, tail } = this;
    const at = positions.indexOf(position, head);
    if (at - head < tail - at) {
      times.copyWithin(head + 1, head, at);
      positions.copyWithin(head + 1, head, at);
      this.head = head + 1;
    } else {
      times.copyWithin(at, at + 1, tail);
      positions.copyWithin(at, at + 1, tail);
      this.tail = tail - 1;
    }
  }

  /** Of two entries at one instant. */
  private isBefore(position: number, other: number): boolean {
    const words = this.bags.words;
    const a = position * 6;
    const b = other * 6;
    return isRankedBefore(words[a + 3]!, words[a + 2]!, words[b + 3]!, words[b + 2]!);
  }

  private append(position: number): void {
    if (this.tail === this.times.length) this.makeRoom();
    this.times[this.tail] = this.bags.times[position * 3]!;
    this.positions[this.tail] = position;
    this.tail++;
  }

  /** Allocates; buckets are sized so that a crowd is rare. */
  private sort(): void {
    const times = this.bags.times;
    const ordered = this.positions.subarray(this.head, this.tail);
    ordered.sort((a, b) => times[a * 3]! - times[b * 3]! || (this.isBefore(a, b) ? -1 : 1));
    for (let at = this.head; at < this.tail; at++) this.times[at] = times[this.positions[at]! * 3]!;
  }

  /** Closes the gap before the head, or doubles when there is little of it. */
  private makeRoom(): void {
    const { times, positions, head, tail } = this;
    if (head * 2 >= times.length) {
      times.copyWithin(0, head, tail);
      positions.copyWithin(0, head, tail);
      this.head = 0;
      this.tail = tail - head;
      return;
    }
    this.times = new Float64Array(times.length * 2);
    this.times.set(times);
    this.positions = new Int32Array(times.length * 2);
    this.positions.set(positions);
  }
}

const lengthMin = 64;
/** From this many events on, sorting at once beats inserting one by one. */
const crowd = 48;
