import type { EpochMs } from '../../functions/core/time.ts';

/** What happens to a ticket at one instant, in this order: its timers come before what people do. */
export const eventKind = { wake: 0, submit: 1, answer: 2 } as const;
type EventKind = (typeof eventKind)[keyof typeof eventKind];

/** Something due at `at` for the ticket of planned row `index`. */
export type ReplayEvent = { readonly at: EpochMs; readonly kind: EventKind; readonly index: number };

/** Events by time, then kind, then row: a total order, so that a replay always runs alike. A binary heap. */
export class EventQueue {
  private readonly heap: ReplayEvent[] = [];

  get size(): number {
    return this.heap.length;
  }

  push(event: ReplayEvent): void {
    const { heap } = this;
    let at = heap.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(event, heap[parent]!)) break;
      heap[at] = heap[parent]!;
      at = parent;
    }
    heap[at] = event;
  }

  peek(): ReplayEvent | undefined {
    return this.heap[0];
  }

  pop(): ReplayEvent | undefined {
    const { heap } = this;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (let child = 1; child < heap.length; child = 2 * at + 1) {
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, last)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

const isBefore = (a: ReplayEvent, b: ReplayEvent): boolean =>
  a.at !== b.at ? a.at < b.at : a.kind !== b.kind ? a.kind < b.kind : a.index < b.index;
