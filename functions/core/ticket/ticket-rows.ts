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

/** Four cache lines. Doubles first, then 32-bit, 16-bit and 8-bit fields. */
const rowBytes = 256;
const indexesAt = doubles.length * 8;
const countsAt = indexesAt + indexes.length * 4;
const bytesAt = countsAt + counts.length * 2;

/** Rows of tickets in one buffer: 256 bytes a ticket, reused without the garbage collector. */
export class TicketRows {
  readonly f64: Float64Array;
  readonly i32: Int32Array;
  readonly u16: Uint16Array;
  readonly u8: Uint8Array;
  /** Lists beside the rows, for the few tickets that have any. */
  readonly helpers: (readonly Helper[] | undefined)[];
  readonly summonses: (readonly Summons[] | undefined)[];
  readonly outputs: (readonly FiledOutput[] | undefined)[];

  constructor(count: number) {
    const buffer = new ArrayBuffer(count * rowBytes);
    this.f64 = new Float64Array(buffer);
    this.i32 = new Int32Array(buffer);
    this.u16 = new Uint16Array(buffer);
    this.u8 = new Uint8Array(buffer);
    this.helpers = Array.from({ length: count });
    this.summonses = Array.from({ length: count });
    this.outputs = Array.from({ length: count });
    for (let row = 0; row < count; row += 1) this.clear(row);
  }

  /** Makes a row a fresh ticket: nothing promised, nothing named, nothing counted. */
  clear(row: number): void {
    const at = row * rowBytes;
    this.u8.fill(0, at, at + rowBytes);
    this.f64.fill(NEVER, at / 8, at / 8 + doubles.length);
    for (const name of ['lastAt', 'usedMs', 'extensionAskedMs'] as const) {
      this.f64[at / 8 + doubles.indexOf(name)] = 0;
    }
    this.i32.fill(-1, (at + indexesAt) / 4, (at + countsAt) / 4);
  }
}

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
} as const;

/** Gives a ticket's prototype an accessor for each field of its row. */
export function defineFields(prototype: Row): void {
  doubles.forEach((name, i) => {
    define(prototype, name, {
      get() {
        return this.f64[this.at64 + i];
      },
      set(value: number) {
        this.f64[this.at64 + i] = value;
      },
    });
  });
  indexes.forEach((name, i) => {
    define(prototype, name, {
      get() {
        return this.i32[this.at32 + i];
      },
      set(value: number) {
        this.i32[this.at32 + i] = value;
      },
    });
  });
  counts.forEach((name, i) => {
    define(prototype, name, {
      get() {
        return this.u16[this.at16 + i];
      },
      set(value: number) {
        this.u16[this.at16 + i] = value;
      },
    });
  });
  bytes.forEach((name, i) => {
    define(prototype, name, {
      get() {
        return this.u8[this.at8 + i];
      },
      set(value: number) {
        this.u8[this.at8 + i] = value;
      },
    });
  });
  flags.forEach((name, n) => {
    const i = bytes.length + n;
    define(prototype, name, {
      get() {
        return this.u8[this.at8 + i] === 1;
      },
      set(value: boolean) {
        this.u8[this.at8 + i] = value ? 1 : 0;
      },
    });
  });
}

type Accessor<Value> = { get(this: Row): Value | undefined; set(this: Row, value: Value): void };

const define = <Value>(prototype: Row, name: string, accessor: Accessor<Value>) =>
  Object.defineProperty(prototype, name, { ...accessor, enumerable: true });
