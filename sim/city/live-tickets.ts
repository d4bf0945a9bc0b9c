import { Ticket } from '../../functions/core/ticket/ticket.ts';
import { rowHelpers, rowLayout, TicketRows } from '../../functions/core/ticket/ticket-rows.ts';

/**
 * The tickets alive in a city: the core's own rows, and in the host's line of each what the simulation knows of it. Rows
 * of ended tickets serve the next ones; when all are taken their number doubles.
 */
export class LiveTickets {
  rows: TicketRows;
  /** Stands for one row at a time: `read` turns it. */
  ticket: Ticket;
  /** Integers of each row's own line, at `row * liveWidth` plus a `Live` offset. */
  words: Int32Array;
  /** Instants of each row's own line, at `row * timesWidth` plus a `Times` offset. */
  times: Float64Array;
  private capacity: number;
  /** Rows of ended tickets, the last one on top: beside the rows, because a link in each would be one more look far away. */
  private free: Int32Array;
  private freeCount = 0;
  private used = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.rows = new TicketRows(capacity, false);
    this.ticket = new Ticket(this.rows);
    this.words = this.rows.i32;
    this.times = this.rows.f64;
    this.free = new Int32Array(capacity);
  }

  /** The row that will be taken once `n` others have been; -1 where that will be one never used. */
  willTake(n: number): number {
    return n < this.freeCount ? this.free[this.freeCount - 1 - n]! : -1;
  }

  /** A fresh row. */
  take(): number {
    let row = this.used;
    if (this.freeCount > 0) {
      this.freeCount -= 1;
      row = this.free[this.freeCount]!;
    } else {
      if (row === this.capacity) this.grow();
      this.used = row + 1;
    }
    this.rows.clear(row);
    const at = row * liveWidth;
    for (let i = at + rowLayout.host32; i < at + liveWidth; i += 1) this.words[i] = 0;
    this.words[at + Live.event] = -1;
    return row;
  }

  give(row: number): void {
    const { rows } = this;
    // Few tickets have lists, and a look at each list's own place costs more than one at the row, which is at hand.
    const { helpersCount, whistles } = this.ticket.read(row);
    if (helpersCount > rowHelpers) rows.moreHelpers[row] = undefined;
    if (whistles > 0) {
      rows.summonses[row] = undefined;
      rows.outputs[row] = undefined;
    }
    this.free[this.freeCount] = row;
    this.freeCount += 1;
  }

  /** Every row whose ticket has not ended: it has a number. */
  forEachAlive(visit: (row: number) => void): void {
    for (let row = 0; row < this.used; row += 1) {
      if (this.words[row * liveWidth + Live.number] !== 0) visit(row);
    }
  }

  private grow(): void {
    const { rows } = this;
    const capacity = this.capacity * 2;
    this.rows = new TicketRows(capacity, false);
    this.rows.f64.set(rows.f64);
    for (let row = 0; row < this.capacity; row += 1) {
      this.rows.moreHelpers[row] = rows.moreHelpers[row];
      this.rows.summonses[row] = rows.summonses[row];
      this.rows.outputs[row] = rows.outputs[row];
    }
    this.ticket = new Ticket(this.rows);
    this.words = this.rows.i32;
    this.times = this.rows.f64;
    // Every row is in use now.
    this.free = new Int32Array(capacity);
    this.capacity = capacity;
  }
}

/** From one row to the next, in integers and in instants. */
export const liveWidth = rowLayout.i32;
export const timesWidth = rowLayout.f64;

/** Offsets of a live ticket's instants. */
export const Times = {
  /** When the next step of the people at work is planned; infinite when none is. */
  act: rowLayout.host64,
  /** Since when it is at the desk, waiting or worked on. */
  ready: rowLayout.host64 + 1,
  /** When it was due as it came to the desk. */
  due: rowLayout.host64 + 2,
} as const;

/** Offsets of a live ticket's integers, behind its instants. `next` is its neighbour in a queue. */
export const Live = {
  /** The pending event of the ticket, -1 when it has none, or one of those below. */
  event: rowLayout.host32 + 6,
  next: rowLayout.host32 + 7,
  word: rowLayout.host32 + 8,
  number: rowLayout.host32 + 9,
  stage: rowLayout.host32 + 10,
  flags: rowLayout.host32 + 11,
  caller: rowLayout.host32 + 12,
  address: rowLayout.host32 + 13,
  cause: rowLayout.host32 + 14,
} as const;

/** Stands for the event of a step that is taken ahead of its time, and for one of a step that nobody takes back. */
export const eventAhead = -2;
export const eventFixed = -3;

/** Where a ticket stands with the people at work. `t.status` says where it stands with the rules. */
export const Stage = {
  sign: 0,
  contact: 1,
  summoned: 2,
  queue: 3,
  work: 4,
  outside: 5,
  call: 6,
  dispute: 7,
  pressed: 8,
  close: 9,
  stuck: 10,
  /** Due at once: it has come to another lead, has come back, or everybody called to it has left. */
  received: 11,
  again: 12,
  ready: 13,
  /** The lead's own work is done, and not yet that of every helper. */
  helped: 14,
} as const;
export type Stage = (typeof Stage)[keyof typeof Stage];

/** Facts of a live ticket, from bit 3 on: the lower bits are `ContactFlag`s. */
export const LiveFlag = {
  disputed: 8,
  whistled: 16,
  unworked: 32,
  overdue: 64,
  asked: 128,
  extended: 256,
  transferred: 512,
  supervised: 1024,
  reached: 2048,
  late: 4096,
  phone: 8192,
} as const;
