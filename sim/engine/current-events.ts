import type { Clock } from './clock.ts';
import type { EventBags } from './event-bags.ts';
import { isRankedBefore } from './event-rank.ts';
import { currentRowOf, type EventSlots, inCurrentRow } from './event-slots.ts';

/**
 * The events of the bucket being emptied, in total order (time, priority, sequence). A bucket holds a few events, so
 * keeping order by insertion is the fastest; a crowd that comes at once is sorted as a whole.
 */
export class CurrentEvents {
  /** Times in order, from `head` to `tail`. */
  times = new Float64Array(rowsMin);
  /** A permutation of rows: those from `head` to `tail` hold the events in order, the others are free. */
  rows = Int32Array.from({ length: rowsMin }, (_, row) => row);
  /** Four int32 a row: sequence, rank, entity, slot. */
  words = new Int32Array(rowsMin * 4);
  head = 0;
  tail = 0;
  private readonly slots: EventSlots;
  private readonly clock: Clock;

  constructor(slots: EventSlots, clock: Clock) {
    this.slots = slots;
    this.clock = clock;
  }

  clear(): void {
    this.head = 0;
    this.tail = 0;
  }

  /** Adds an event of the time `AT` at its place. A new event is mostly a late one, so the search starts at the tail. */
  insert(sequence: number, rank: number, entity: number, slot: number): void {
    if (this.tail === this.rows.length) this.makeRoom();
    const { times, rows, words, head } = this;
    const time = this.clock.at[0]!;
    let at = this.tail;
    this.tail = at + 1;
    const row = rows[at]!;
    while (at > head) {
      const earlier = times[at - 1]!;
      if (earlier < time) break;
      const other = rows[at - 1]!;
      if (earlier === time && isRankedBefore(words[other * 4 + 1]!, words[other * 4]!, rank, sequence)) break;
      times[at] = earlier;
      rows[at] = other;
      at--;
    }
    times[at] = time;
    rows[at] = row;
    this.fill(row, sequence, rank, entity, slot);
  }

  entityAt(row: number): number {
    return this.words[row * 4 + 2]!;
  }

  /** Takes over a whole bag. There must be no current events. */
  load(bags: EventBags, bag: number): void {
    this.clear();
    for (let end = bags.open(bag); end > 0; ) {
      if (this.tail === crowd) {
        this.loadCrowd(bags, end);
        return;
      }
      end--;
      const words = bags.words;
      const at = end * 6;
      this.clock.at[0] = bags.times[end * 3]!;
      this.insert(words[at + 2]!, words[at + 3]!, words[at + 4]!, words[at + 5]!);
      end = bags.endBefore(end);
    }
  }

  /** Takes one event out, wherever it stands; the shorter side closes the gap. */
  remove(slot: number): void {
    const { times, rows, head, tail } = this;
    const row = currentRowOf(this.slots.where[slot]!);
    const at = rows.indexOf(row, head);
    if (at - head < tail - at) {
      times.copyWithin(head + 1, head, at);
      rows.copyWithin(head + 1, head, at);
      rows[head] = row;
      this.head = head + 1;
    } else {
      times.copyWithin(at, at + 1, tail);
      rows.copyWithin(at, at + 1, tail);
      rows[tail - 1] = row;
      this.tail = tail - 1;
    }
  }

  private fill(row: number, sequence: number, rank: number, entity: number, slot: number): void {
    const words = this.words;
    words[row * 4] = sequence;
    words[row * 4 + 1] = rank;
    words[row * 4 + 2] = entity;
    words[row * 4 + 3] = slot;
    this.slots.where[slot] = inCurrentRow(row);
  }

  /** Takes over the rest of a bag unsorted, then sorts. */
  private loadCrowd(bags: EventBags, from: number): void {
    for (let end = from; end > 0; ) {
      end--;
      if (this.tail === this.rows.length) this.makeRoom();
      const words = bags.words;
      const at = end * 6;
      const row = this.rows[this.tail]!;
      this.times[this.tail] = bags.times[end * 3]!;
      this.tail++;
      this.fill(row, words[at + 2]!, words[at + 3]!, words[at + 4]!, words[at + 5]!);
      end = bags.endBefore(end);
    }
    this.sort();
  }

  /** Allocates; buckets are sized so that a crowd is rare. */
  private sort(): void {
    const { words, tail } = this;
    const times = this.times.slice(0, tail);
    const rows = this.rows.slice(0, tail);
    const order = Uint32Array.from({ length: tail }, (_, at) => at).sort((a, b) => {
      if (times[a]! !== times[b]!) return times[a]! - times[b]!;
      const row = rows[a]! * 4;
      const other = rows[b]! * 4;
      return isRankedBefore(words[row + 1]!, words[row]!, words[other + 1]!, words[other]!) ? -1 : 1;
    });
    for (let at = 0; at < tail; at++) {
      this.times[at] = times[order[at]!]!;
      this.rows[at] = rows[order[at]!]!;
    }
  }

  /** Closes the gap before the head, or doubles when there is little of it. */
  private makeRoom(): void {
    const { times, rows, words, head, tail } = this;
    if (head * 2 >= rows.length) {
      const freed = rows.slice(0, head);
      times.copyWithin(0, head, tail);
      rows.copyWithin(0, head, tail);
      rows.set(freed, tail - head);
      this.head = 0;
      this.tail = tail - head;
      return;
    }
    this.times = new Float64Array(rows.length * 2);
    this.times.set(times);
    this.rows = Int32Array.from({ length: rows.length * 2 }, (_, row) => row);
    this.rows.set(rows);
    this.words = new Int32Array(words.length * 2);
    this.words.set(words);
  }
}

const rowsMin = 64;
/** From this many events on, sorting at once beats inserting one by one. */
const crowd = 48;
