import type { LiveTickets } from './live-tickets.ts';
import { Live, liveWidth, Times, timesWidth } from './live-tickets.ts';
import type { PastPool } from './start/past-pool.ts';

/** From this number on a row at a desk is one of `PastPool`. */
export const pastFrom = 2 ** 30;

/** What desks have to know of those that wait at them, which are tickets, or past tickets that have no row of their own yet. */
export class DeskRows {
  private readonly live: LiveTickets;
  private readonly past: PastPool | undefined;

  constructor(live: LiveTickets, past: PastPool | undefined) {
    this.live = live;
    this.past = past;
  }

  item(row: number): number {
    return row < pastFrom ? this.live.ticket.read(row).item : this.past!.item(row - pastFrom);
  }

  dueAt(row: number): number {
    if (row < pastFrom) return this.live.times[row * timesWidth + Times.due]!;
    return this.past!.dueAt(row - pastFrom);
  }

  /** Since when it is at the desk. */
  readyAt(row: number): number {
    if (row < pastFrom) return this.live.times[row * timesWidth + Times.ready]!;
    return this.past!.deskAt(row - pastFrom);
  }

  /** Who stands behind it in a queue, -1 for nobody. */
  next(row: number): number {
    if (row < pastFrom) return this.live.words[row * liveWidth + Live.next]!;
    return this.past!.next(row - pastFrom);
  }

  link(row: number, next: number): void {
    if (row < pastFrom) this.live.words[row * liveWidth + Live.next] = next;
    else this.past!.link(row - pastFrom, next);
  }

  /** Whoever waits in these queues goes by its new name, where it has one. */
  rename(first: Int32Array, last: Int32Array, names: ReadonlyMap<number, number>): void {
    for (let queue = 0; queue < first.length; queue += 1) {
      let before = -1;
      for (let row = first[queue]!; row >= 0; ) {
        const next = this.next(row);
        const name = names.get(row) ?? row;
        if (before < 0) first[queue] = name;
        else this.link(before, name);
        this.link(name, next);
        before = name;
        row = next;
      }
      last[queue] = before;
    }
  }
}
