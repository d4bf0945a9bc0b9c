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
  const take = (position: number): void => {
    times[taken] = bags.times[position * 3]!;
    for (let word = 0; word < 4; word++) words[taken * 4 + word] = bags.words[position * 6 + 2 + word]!;
    taken++;
  };
  for (let at = current.head; at < current.tail; at++) take(current.positions[at]!);
  current.clear();
  for (let bag = 0; bag < bags.ends.length; bag++) {
    for (let end = bags.open(bag); end > 0; end = bags.endBefore(end)) take(--end);
  }
  return { times, words };
}
