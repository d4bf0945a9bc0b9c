import { NEVER } from '../time.ts';
import type { FiledOutput, Helper, Summons } from './ticket.ts';

/** Fields of a ticket by how wide they are. Their order is the layout of a row; the first ones share a cache line. */
const doubles = [
  'nextAt',
  'lastAt',
  'rungAt',
  'dispatchBy',
  'signBy',
  'contactBy',
  'arbitrateBy',
  'callbackAt',
  'reviewAt',
  'elderCheckAt',
  'otherAt',
  'countAt',
  'dueAt',
  'overdueAt',
  'runningSince',
  'usedMs',
  'limitMs',
  'openedAt',
  'dispatchedAt',
  'signedAt',
  'contactedAt',
  'answeredAt',
  'closedAt',
  'extensionAskedMs',
] as const;
const indexes = ['item', 'place', 'lead', 'supervisor'] as const;
/** Helpers of whom a row has their instants, units and lateness itself. Catalogues name three at most. */
export const rowHelpers = 4;
const counts = ['entries', 'effects'] as const;
const bytes = [
  'status',
  'kind',
  'tier',
  'resumeStatus',
  'outcome',
  'responded',
  'resolved',
  'satisfied',
  'rung',
  'reviews',
  'reopens',
  'transfers',
  'disputes',
  'extensions',
  'callbackAttempts',
  'whistles',
  'openSummonses',
  'helpersCount',
  'helpersLate',
] as const;
/** Yes-or-no fields: the same in memory and in a store. */
export const flags = [
  'guessed',
  'backlog',
  'tierFixed',
  'dispatchLate',
  'signLate',
  'contactLate',
  'arbitrationLate',
  'callbackAsked',
  'wasLate',
] as const;

/**
 * Five cache lines. Doubles first, then 32-bit, 16-bit and 8-bit fields. The instants of helpers fill the fourth line,
 * which a ticket without helpers never asks for. A sixth line is the host's own: what it keeps of a ticket is found
 * where the ticket is, not on another page of memory.
 */
const ticketBytes = 320;
const rowBytes = ticketBytes + 64;
const indexesAt = (doubles.length + 2 * rowHelpers) * 8;
const countsAt = indexesAt + (indexes.length + rowHelpers) * 4;
const bytesAt = countsAt + counts.length * 2;

/** Allocators put a big block 16 bytes past the start of a page, and its rows are to begin where a pair of cache lines does. */
const firstRowAt = 112;

/** Rows of tickets in one buffer: 384 bytes a ticket, reused without the garbage collector. */
export class TicketRows {
  readonly f64: Float64Array;
  readonly i32: Int32Array;
  readonly u16: Uint16Array;
  readonly u8: Uint8Array;
  /** Lists beside the rows, for the few tickets that have any: the helpers from the fifth on, what whistles called and left. */
  readonly moreHelpers: (readonly Helper[] | undefined)[];
  readonly summonses: (readonly Summons[] | undefined)[];
  readonly outputs: (readonly FiledOutput[] | undefined)[];

  /** @param areFresh False for a host that clears each row as it takes it: memory that is never used costs nothing then. */
  constructor(count: number, areFresh = true) {
    const buffer = new ArrayBuffer(firstRowAt + count * rowBytes);
    this.f64 = new Float64Array(buffer, firstRowAt);
    this.i32 = new Int32Array(buffer, firstRowAt);
    this.u16 = new Uint16Array(buffer, firstRowAt);
    this.u8 = new Uint8Array(buffer, firstRowAt);
    this.moreHelpers = new Array(count);
    this.summonses = new Array(count);
    this.outputs = new Array(count);
    if (!areFresh) return;
    for (let row = 0; row < count; row += 1) this.clear(row);
  }

  /** Makes a row a fresh ticket: nothing promised, nothing named, nothing counted. By hand: `fill` costs far more here. */
  clear(row: number): void {
    const { f64, i32 } = this;
    const at64 = row * rowLayout.f64;
    for (let i = at64; i < at64 + doubles.length; i += 1) f64[i] = NEVER;
    for (const offset of zeroed) f64[at64 + offset] = 0;
    const at32 = row * rowLayout.i32;
    for (let i = at32 + rowLayout.at32; i < at32 + rowLayout.at32 + indexes.length; i += 1) i32[i] = -1;
    for (let i = at32 + countsAt / 4; i < at32 + ticketBytes / 4; i += 1) i32[i] = 0;
  }
}

/** Lengths, and the time of a last entry: 0 on a fresh ticket, where instants are `NEVER`. */
const zeroed = (['lastAt', 'usedMs', 'extensionAskedMs'] as const).map((name) => doubles.indexOf(name));

/** Where a ticket's row begins, in each view: kept on the ticket so that an accessor is small enough to be inlined. */
export interface Row {
  readonly f64: Float64Array;
  readonly i32: Int32Array;
  readonly u16: Uint16Array;
  readonly u8: Uint8Array;
  readonly at64: number;
  readonly at32: number;
  readonly at16: number;
  readonly at8: number;
}

/** How long a row is in each view, and where its fields of that width begin. */
export const rowLayout = {
  f64: rowBytes / 8,
  i32: rowBytes / 4,
  u16: rowBytes / 2,
  u8: rowBytes,
  at32: indexesAt / 4,
  at16: countsAt / 2,
  at8: bytesAt,
  /** Where helpers stand: their deadlines and then their ends from `at64`, their units from `at32`. */
  helperDueAt: doubles.length,
  helperDoneAt: doubles.length + rowHelpers,
  helperUnit: indexes.length,
  /** Where the host's own line begins. */
  host64: ticketBytes / 8,
  host32: ticketBytes / 4,
} as const;

/** Gives a ticket's prototype an accessor for each field of its row. Offsets are constants, so that V8 compiles them in. */
export function defineFields(prototype: Row): void {
  for (const [i, name] of doubles.entries()) {
    define(prototype, name, {
      get() {
        return this.f64[this.at64 + i];
      },
      set(value: number) {
        this.f64[this.at64 + i] = value;
      },
    });
  }
  for (const [i, name] of indexes.entries()) {
    define(prototype, name, {
      get() {
        return this.i32[this.at32 + i];
      },
      set(value: number) {
        this.i32[this.at32 + i] = value;
      },
    });
  }
  for (const [i, name] of counts.entries()) {
    define(prototype, name, {
      get() {
        return this.u16[this.at16 + i];
      },
      set(value: number) {
        this.u16[this.at16 + i] = value;
      },
    });
  }
  for (const [i, name] of bytes.entries()) {
    define(prototype, name, {
      get() {
        return this.u8[this.at8 + i];
      },
      set(value: number) {
        this.u8[this.at8 + i] = value;
      },
    });
  }
  for (const [n, name] of flags.entries()) {
    const i = bytes.length + n;
    define(prototype, name, {
      get() {
        return this.u8[this.at8 + i] === 1;
      },
      set(value: boolean) {
        this.u8[this.at8 + i] = value ? 1 : 0;
      },
    });
  }
}

type Accessor<Value> = { get(this: Row): Value | undefined; set(this: Row, value: Value): void };

const define = <Value>(prototype: Row, name: string, accessor: Accessor<Value>) =>
  Object.defineProperty(prototype, name, { ...accessor, enumerable: true });
