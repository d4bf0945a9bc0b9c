import type { CallPool } from './call-pool.ts';

/** Calls that wait for an agent, first in first out; whoever hangs up leaves from anywhere. */
export class CallQueue {
  length = 0;
  private first = -1;
  private last = -1;
  private readonly pool: CallPool;

  constructor(pool: CallPool) {
    this.pool = pool;
  }

  join(id: number): void {
    const call = this.pool.get(id);
    call.next = -1;
    call.previous = this.last;
    if (this.last < 0) this.first = id;
    else this.pool.get(this.last).next = id;
    this.last = id;
    this.length += 1;
  }

  leave(id: number): void {
    const { next, previous } = this.pool.get(id);
    if (previous < 0) this.first = next;
    else this.pool.get(previous).next = next;
    if (next < 0) this.last = previous;
    else this.pool.get(next).previous = previous;
    this.length -= 1;
  }

  /** Takes out who has waited longest; -1 if nobody waits. */
  shift(): number {
    const id = this.first;
    if (id >= 0) this.leave(id);
    return id;
  }
}
