import { Ticket } from '../../functions/core/ticket/ticket.ts';
import { rowHelpers, rowLayout, TicketRows } from '../../functions/core/ticket/ticket-rows.ts';

/**
 * The tickets alive in a city: the core's own rows, and beside each row what the simulation knows of it. Rows of ended
 * tickets serve the next ones; when all are taken their number doubles.
 */
export class LiveTickets {
  rows: TicketRows;
  /** Stands for one row at a time: `read` turns it. */
  ticket: Ticket;
  /** Integers beside each row, at `row * liveWidth` plus a `Live` offset; in one line of the cache with the instants. */
  words: Int32Array;
  /** Instants beside each row, at `row * timesWidth` plus a `Times` offset. */
  times: Float64Array;
  /** Keeps what was fetched, because a number that nobody keeps would not be read at all. */
  private readonly fetched = new Float64Array(1);
  private capacity: number;
  private free = -1;
  private used = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.rows = new TicketRows(capacity);
    this.ticket = new Ticket(this.rows);
    this.times = besideRows(capacity);
    this.words = new Int32Array(this.times.buffer, firstAt);
  }

  /** A fresh row. */
  take(): number {
    let row = this.free;
    if (row >= 0) {
      this.free = this.words[row * liveWidth + Live.next]!;
      this.rows.clear(row);
    } else {
      if (this.used === this.capacity) this.grow();
      row = this.used;
      this.used += 1;
    }
    const at = row * liveWidth;
    for (let i = at; i < at + liveWidth; i += 1) this.words[i] = 0;
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
    this.words[row * liveWidth + Live.next] = this.free;
    this.free = row;
  }

  /** Reads a line of everything an event of the row will need, so that it is in the cache by then. */
  fetch(row: number): void {
    const { f64 } = this.rows;
    const at = row * rowLayout.f64;
    this.fetched[0] =
      f64[at]! + f64[at + 8]! + f64[at + 16]! + f64[at + 24]! + f64[at + 32]! + this.times[row * timesWidth]!;
  }

  /** Every row whose ticket has not ended: it has a number. */
  forEachAlive(visit: (row: number) => void): void {
    for (let row = 0; row < this.used; row += 1) {
      if (this.words[row * liveWidth + Live.number] !== 0) visit(row);
    }
  }

  private grow(): void {
    const { rows, times } = this;
    const capacity = this.capacity * 2;
    this.rows = new TicketRows(capacity);
    this.rows.f64.set(rows.f64);
    for (let row = 0; row < this.capacity; row += 1) {
      this.rows.moreHelpers[row] = rows.moreHelpers[row];
      this.rows.summonses[row] = rows.summonses[row];
      this.rows.outputs[row] = rows.outputs[row];
    }
    this.ticket = new Ticket(this.rows);
    this.times = besideRows(capacity);
    this.times.set(times);
    this.words = new Int32Array(this.times.buffer, firstAt);
    this.capacity = capacity;
  }
}

/** A line of the cache, 64 bytes, in integers and in instants. */
export const liveWidth = 16;
export const timesWidth = 8;

/** Puts the first row's line where a line of the cache begins, as in `TicketRows`. */
const firstAt = 48;
const besideRows = (capacity: number) =>
  new Float64Array(new ArrayBuffer(firstAt + capacity * timesWidth * 8), firstAt);

/** Offsets of a live ticket's instants. */
export const Times = {
  /** When the next step of the people at work is planned; infinite when none is. */
  act: 0,
  /** Since when it is at the desk, waiting or worked on. */
  ready: 1,
  /** When it was due as it came to the desk. */
  due: 2,
} as const;

/** Offsets of a live ticket's integers, behind its instants. `next` is its neighbour in a queue, or in the list of free rows. */
export const Live = {
  /** The pending event of the ticket, -1 when it has none. */
  event: 6,
  next: 7,
  word: 8,
  number: 9,
  stage: 10,
  flags: 11,
  caller: 12,
  address: 13,
  cause: 14,
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
