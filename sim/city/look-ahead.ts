import { rowLayout } from '../../functions/core/ticket/ticket-rows.ts';
import { pastFrom } from './desk-rows.ts';
import type { DeskPool } from './desks.ts';
import { Live, type LiveTickets, liveWidth, Stage } from './live-tickets.ts';

/**
 * Reads what the next events will need, so that it is in the cache by then. A city's tickets fit no cache, and an event
 * that has to wait for its ticket takes twice as long. Loops of one short read each, because the processor then waits for
 * some thirty lines of the cache side by side. Changes nothing but the cache.
 */
export class LookAhead {
  private readonly live: LiveTickets;
  private readonly desks: DeskPool;
  private readonly rows = new Int32Array(rowsMax);
  private readonly next = new Int32Array(rowsMax);
  private count = 0;
  /** Keeps what was read, because a number that nobody keeps would not be read at all. */
  private readonly seen = new Int32Array(1);

  constructor(live: LiveTickets, desks: DeskPool) {
    this.live = live;
    this.desks = desks;
  }

  /** True if rows were announced and not yet read. */
  get isBehind(): boolean {
    return this.count > 0;
  }

  /** An event of the row is near. */
  expect(row: number): void {
    if (this.count === rowsMax) return;
    this.rows[this.count] = row;
    this.count += 1;
  }

  /** Reads the rows announced and those of the next new tickets, then the rows that their desks take up next. */
  read(): void {
    const announced = this.count;
    for (let n = 0; n < newTickets; n += 1) {
      const row = this.live.willTake(n);
      if (row >= 0) this.expect(row);
    }
    this.readRows(this.rows, this.count);
    this.count = announced;
    const found = this.findNext();
    this.readRows(this.next, found);
    this.readNeighbours(found);
    this.count = 0;
  }

  private readRows(rows: Int32Array, count: number): void {
    const { words } = this.live;
    let seen = 0;
    for (let line = 0; line < liveWidth; line += lineWidth) {
      if (line === helpersLine) continue;
      for (let i = 0; i < count; i += 1) seen |= words[rows[i]! * liveWidth + line]!;
    }
    this.seen[0] = seen;
  }

  /** A desk that takes one up asks the one behind it when it is due. */
  private readNeighbours(count: number): void {
    const { words } = this.live;
    let seen = 0;
    for (let i = 0; i < count; i += 1) {
      const behind = words[this.next[i]! * liveWidth + Live.next]!;
      if (behind >= 0 && behind < pastFrom) seen |= words[behind * liveWidth + rowLayout.host32]!;
    }
    this.seen[0] = seen;
  }

  /** The tickets first in line where a piece of work is about to end. */
  private findNext(): number {
    const { rows, next, count, desks } = this;
    const { words, ticket } = this.live;
    let found = 0;
    let seen = 0;
    for (let i = 0; i < count; i += 1) {
      const row = rows[i]!;
      if (words[row * liveWidth + Live.stage] !== Stage.work) continue;
      // Its helpers are done with it too.
      seen |= words[row * liveWidth + helpersLine]!;
      const first = desks.peek(ticket.read(row).lead);
      if (first < 0 || first >= pastFrom) continue;
      next[found] = first;
      found += 1;
    }
    this.seen[0] = seen;
    return found;
  }
}

/** A line of the cache, 64 bytes, in integers; and the line of helpers, which few events need. */
const lineWidth = 16;
const helpersLine = rowLayout.helperDueAt * 2;
/** New tickets for whom a row is read: some of a few come in before the next events are announced. */
const newTickets = 4;
/** Rows read at once; more would push each other out. */
const rowsMax = 64;
