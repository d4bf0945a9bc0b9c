import { Ticket } from '../../functions/core/ticket/ticket.ts';
import { rowLayout, TicketRows } from '../../functions/core/ticket/ticket-rows.ts';

/**
 * The tickets alive in a city: the core's own rows, and beside each row what the simulation knows of it. Rows of ended
 * tickets serve the next ones; when all are taken their number doubles.
 */
export class LiveTickets {
  rows: TicketRows;
  /** Stands for one row at a time: `read` turns it. */
  ticket: Ticket;
  /** Integers beside each row, at `row * liveWidth` plus a `Live` offset. */
  words: Int32Array;
  /** Instants beside each row, at `row * timesWidth` plus a `Times` offset. */
  times: Float64Array;
  private capacity: number;
  private free = -1;
  /** Row 0 stays fresh: a copy of it clears a row at once. */
  private used = 1;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.rows = new TicketRows(capacity);
    this.ticket = new Ticket(this.rows);
    this.words = new Int32Array(capacity * liveWidth);
    this.times = new Float64Array(capacity * timesWidth);
  }

  /** A fresh row. */
  take(): number {
    let row = this.free;
    if (row >= 0) {
      this.free = this.words[row * liveWidth + Live.next]!;
      this.rows.f64.copyWithin(row * rowLayout.f64, 0, rowLayout.f64);
    } else {
      if (this.used === this.capacity) this.grow();
      row = this.used;
      this.used += 1;
    }
    const at = row * liveWidth;
    this.words.fill(0, at, at + liveWidth);
    this.words[at + Live.event] = -1;
    return row;
  }

  give(row: number): void {
    this.rows.helpers[row] = undefined;
    this.rows.summonses[row] = undefined;
    this.words[row * liveWidth + Live.next] = this.free;
    this.free = row;
  }

  /** Every row whose ticket has not ended: it has a number. */
  forEachAlive(visit: (row: number) => void): void {
    for (let row = 1; row < this.used; row += 1) {
      if (this.words[row * liveWidth + Live.number] !== 0) visit(row);
    }
  }

  private grow(): void {
    const { rows, words, times } = this;
    const capacity = this.capacity * 2;
    this.rows = new TicketRows(capacity);
    this.rows.f64.set(rows.f64);
    for (let row = 0; row < this.capacity; row += 1) {
      this.rows.helpers[row] = rows.helpers[row];
      this.rows.summonses[row] = rows.summonses[row];
    }
    this.ticket = new Ticket(this.rows);
    this.words = new Int32Array(capacity * liveWidth);
    this.words.set(words);
    this.times = new Float64Array(capacity * timesWidth);
    this.times.set(times);
    this.capacity = capacity;
  }
}

export const liveWidth = 8;
export const timesWidth = 3;

/** Offsets of a live ticket's instants. */
export const Times = {
  /** When the next step of the people at work is planned; infinite when none is. */
  act: 0,
  /** Since when it is at the desk, waiting or worked on. */
  ready: 1,
  /** When it was due as it came to the desk. */
  due: 2,
} as const;

/** Offsets of a live ticket's integers. `next` is its neighbour in a queue, or in the list of free rows. */
export const Live = {
  /** The pending event of the ticket, -1 when it has none. */
  event: 0,
  next: 1,
  word: 2,
  number: 3,
  stage: 4,
  flags: 5,
  caller: 6,
  address: 7,
} as const;

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
