import { bagCount } from './calendar-geometry.ts';
import type { CurrentEvents } from './current-events.ts';
import { ENTITY, type EventBags, RANK, SEQUENCE, SLOT } from './event-bags.ts';

/** Takes all `size` events out of the bags and the current ones: times, and (sequence, rank, entity, slot) of each. */
export function takePending(
  bags: EventBags,
  current: CurrentEvents,
  size: number,
): { readonly times: Float64Array; readonly words: Int32Array } {
  const times = new Float64Array(size);
  const words = new Int32Array(size * 4);
  let taken = 0;
  for (let at = current.head; at < current.tail; at++, taken++) {
    const row = current.rows[at]! * 4;
    times[taken] = current.times[at]!;
    words.set(current.words.subarray(row, row + 4), taken * 4);
  }
  current.clear();
  for (let bag = 0; bag < bagCount; bag++) {
    for (let end = bags.open(bag); end > 0; taken++) {
      end--;
      const from = end * 6;
      const to = taken * 4;
      times[taken] = bags.times[end * 3]!;
      words[to] = bags.words[from + SEQUENCE]!;
      words[to + 1] = bags.words[from + RANK]!;
      words[to + 2] = bags.words[from + ENTITY]!;
      words[to + 3] = bags.words[from + SLOT]!;
      end = bags.endBefore(end);
    }
  }
  return { times, words };
}
