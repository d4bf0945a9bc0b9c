import { EventBags } from './event-bags.ts';
import { struckOut } from './rank.ts';

/**
 * The events of the bucket being emptied, in total order (time, priority, sequence): the second layer of the
 * environment. Only times and positions are kept in order: entries stay in their bags, and those placed when their
 * bucket is already current are in a bag of their own, the last one. A bucket holds a few events, so keeping order by
 * insertion is the fastest; a crowd that comes at once is sorted as a whole.
 */
export abstract class CurrentEvents extends EventBags {
  /** Times in order and the positions of their entries, from `head` to `tail`. */
  protected currentTimes = new Float64Array(lengthMin);
  protected currentPositions = new Int32Array(lengthMin);
  protected head = 0;
  protected tail = 0;
  /** The bag of entries of their own; those of events that are over stay in it until it is cleared. */
  protected readonly currentBag: number;

  /** @param bagCount Bags beside that of the current events. */
  constructor(bagCount: number) {
    super(bagCount + 1);
    this.currentBag = bagCount;
  }

  protected clearCurrent(): void {
    this.head = 0;
    this.tail = 0;
    this.empty(this.currentBag);
  }

  /** Puts an entry that was added to this bag in its place. A new event is mostly a late one: look from the tail. */
  protected insertCurrent(position: number): void {
    if (this.tail === this.currentTimes.length) this.makeRoom();
    const { currentTimes, currentPositions, head } = this;
    const time = this.times[position * 3]!;
    let at = this.tail;
    this.tail = at + 1;
    while (at > head) {
      const earlier = currentTimes[at - 1]!;
      if (earlier < time || (earlier === time && this.isBefore(currentPositions[at - 1]!, position))) break;
      currentTimes[at] = earlier;
      currentPositions[at] = currentPositions[at - 1]!;
      at--;
    }
    currentTimes[at] = time;
    currentPositions[at] = position;
  }

  /**
   * Takes over the entries of a list, which are in other bags. There must be no current events. The processor fetches
   * all their times side by side if it is not held up by comparing some of them meanwhile.
   */
  protected load(first: number): void {
    this.clearCurrent();
    const { times, next } = this;
    let positions = this.currentPositions;
    let tail = 0;
    for (let position = first; position > 0; position = next[position]!) {
      if (tail === positions.length) {
        this.tail = tail;
        this.makeRoom();
        positions = this.currentPositions;
      }
      positions[tail++] = position;
    }
    this.tail = tail;
    const currentTimes = this.currentTimes;
    for (let at = 0; at < tail; at++) currentTimes[at] = times[positions[at]! * 3]!;
    if (tail > crowd) this.sort();
    else this.sortFew();
  }

  /** By insertion. */
  private sortFew(): void {
    const { currentTimes, currentPositions, tail } = this;
    for (let from = 1; from < tail; from++) {
      const time = currentTimes[from]!;
      const position = currentPositions[from]!;
      let at = from;
      while (at > 0) {
        const earlier = currentTimes[at - 1]!;
        if (earlier < time || (earlier === time && this.isBefore(currentPositions[at - 1]!, position))) break;
        currentTimes[at] = earlier;
        currentPositions[at] = currentPositions[at - 1]!;
        at--;
      }
      currentTimes[at] = time;
      currentPositions[at] = position;
    }
  }

  /** Strikes an entry out where it stands; it keeps its place in the order. */
  protected strike(position: number): void {
    this.words[position * 6 + 3]! |= struckOut;
  }

  /** Of two entries of one instant: the lower priority first, else the one scheduled first. */
  private isBefore(position: number, other: number): boolean {
    const words = this.words;
    const a = position * 6;
    const b = other * 6;
    const difference = (words[a + 3]! >> 16) - (words[b + 3]! >> 16);
    return difference === 0 ? words[a + 2]! >>> 0 < words[b + 2]! >>> 0 : difference < 0;
  }

  /** Allocates; buckets are sized so that a crowd is rare. */
  private sort(): void {
    const { times, currentTimes, currentPositions, head, tail } = this;
    const ordered = currentPositions.subarray(head, tail);
    ordered.sort((a, b) => times[a * 3]! - times[b * 3]! || (this.isBefore(a, b) ? -1 : 1));
    for (let at = head; at < tail; at++) currentTimes[at] = times[currentPositions[at]! * 3]!;
  }

  /** Closes the gap before the head, or doubles when there is little of it. */
  private makeRoom(): void {
    const { currentTimes, currentPositions, head, tail } = this;
    if (head * 2 >= tail) {
      currentTimes.copyWithin(0, head, tail);
      currentPositions.copyWithin(0, head, tail);
      this.head = 0;
      this.tail = tail - head;
      return;
    }
    this.currentTimes = new Float64Array(tail * 2);
    this.currentTimes.set(currentTimes);
    this.currentPositions = new Int32Array(tail * 2);
    this.currentPositions.set(currentPositions);
  }
}

const lengthMin = 64;
/** From this many events on, sorting at once beats inserting one by one. */
const crowd = 48;
