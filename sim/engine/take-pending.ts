import type { CurrentEvents } from './current-events.ts';
import type { EventBags } from './event-bags.ts';

/** Pending events in no order: their times, and for each its sequence, rank, entity and slot. */
export interface Pending {
  readonly times: Float64Array;
  readonly words: Int32Array;
}

/** Takes all `size` events out of the bags and the current ones. */
export function takePending(bags: EventBags, current: CurrentEvents, size: number): Pending {
  const times = new Float64Array(size);
  const words = new Int32Array(size * 4);
  let taken = 0;
  for (let at = current.head; at < current.tail; at++, taken++) {
    const row = current.rows[at]! * 4;
    times[taken] = current.times[at]!;
    words.set(current.words.subarray(row, row + 4), taken * 4);
  }
  current.clear();
  for (let bag = 0; bag < bags.ends.length; bag++) {
    for (let end = bags.open(bag); end > 0; taken++) {
      end--;
      const from = end * 6;
      const to = taken * 4;
      times[taken] = bags.times[end * 3]!;
      words[to] = bags.words[from + 2]!;
      words[to + 1] = bags.words[from + 3]!;
      words[to + 2] = bags.words[from + 4]!;
      words[to + 3] = bags.words[from + 5]!;
      end = bags.endBefore(end);
    }
  }
  return { times, words };
}
