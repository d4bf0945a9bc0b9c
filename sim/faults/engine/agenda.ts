import type { DurationMs, EpochMs } from '../../../functions/core/time.ts';

interface Appointment {
  readonly at: EpochMs;
  readonly sequence: number;
  readonly run: () => void;
}

/** What is going to happen in a simulated world, in the order of its time; what falls on one instant keeps its order. */
export class Agenda {
  /** The true time of the world, which no clock in it need show. */
  now: EpochMs;
  private readonly heap: Appointment[] = [];
  private sequence = 0;

  constructor(startAt: EpochMs) {
    this.now = startAt;
  }

  /** Has `run` happen after `delayMs`. */
  in(delayMs: DurationMs, run: () => void): void {
    this.at(this.now + delayMs, run);
  }

  /** Has `run` happen at an instant; one already past is now. */
  at(at: EpochMs, run: () => void): void {
    this.sequence += 1;
    this.heap.push({ at: Math.max(at, this.now), sequence: this.sequence, run });
    this.rise(this.heap.length - 1);
  }

  /** When the next thing happens; Infinity when nothing will. */
  get nextAt(): EpochMs {
    return this.heap[0]?.at ?? Number.POSITIVE_INFINITY;
  }

  /** Lets the next thing happen. */
  step(): void {
    const first = this.heap[0];
    if (first === undefined) throw new Error('nothing is going to happen');
    const last = this.heap.pop()!;
    if (this.heap.length > 0) {
      this.heap[0] = last;
      this.sink();
    }
    this.now = first.at;
    first.run();
  }

  private rise(from: number): void {
    const { heap } = this;
    const moved = heap[from]!;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (isBefore(heap[above]!, moved)) break;
      heap[place] = heap[above]!;
      place = above;
    }
    heap[place] = moved;
  }

  private sink(): void {
    const { heap } = this;
    const moved = heap[0]!;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1;
      if (isBefore(moved, heap[below]!)) break;
      heap[place] = heap[below]!;
      place = below;
    }
    heap[place] = moved;
  }
}

const isBefore = (a: Appointment, b: Appointment): boolean =>
  a.at !== b.at ? a.at < b.at : a.sequence < b.sequence;
