import type { Contact } from '../contact.ts';
import { At, type PastLife } from './past-life.ts';

/** Where a past ticket stands: on the way to its desk, waiting there, or worked on, after which it is gone or lives on. */
export const PastStage = { free: 0, coming: 1, waiting: 2, going: 3, worked: 4 } as const;
export type PastStage = (typeof PastStage)[keyof typeof PastStage];

/**
 * The past tickets that are at a desk or on the way there, each in one line of the cache: what its desk has to know of it,
 * and what a ticket is opened from if it lives on. Lines of those that are over serve the next ones.
 */
export class PastPool {
  private f64 = new Float64Array(0);
  private i32 = new Int32Array(0);
  private u16 = new Uint16Array(0);
  private free = -1;
  private used = 0;
  /** Keeps what was read ahead, because a number that nobody keeps would not be read at all. */
  private readonly seen = new Int32Array(1);

  constructor() {
    this.resize(linesMin);
  }

  /** Keeps a request: `life` says what it is and when it is where. */
  take(contact: Contact, number: number, life: PastLife): number {
    const line = this.takeLine();
    const { f64, i32, u16 } = this;
    f64[line * width64 + Instant.desk] = life.times[At.desk]!;
    f64[line * width64 + Instant.due] = life.times[At.due]!;
    f64[line * width64 + Instant.end] = life.times[At.goneUntil]!;
    f64[line * width64 + Instant.opened] = life.times[At.opened]!;
    i32[line * width32 + Word.luck] = contact.word;
    i32[line * width32 + Word.number] = number;
    i32[line * width32 + Word.caller] = contact.caller;
    i32[line * width32 + Word.address] = contact.address;
    u16[line * width16 + Short.item] = life.item;
    u16[line * width16 + Short.place] = life.place;
    u16[line * width16 + Short.lead] = life.lead;
    u16[line * width16 + Short.rest] = (life.kind << 8) | (contact.flags << 4) | PastStage.coming;
    return line;
  }

  give(line: number): void {
    this.u16[line * width16 + Short.rest] = PastStage.free;
    this.link(line, this.free);
    this.free = line;
  }

  /** What the line was taken for, as far as `life` does not follow from it. */
  recall(line: number, life: PastLife): void {
    life.item = this.item(line);
    life.place = this.u16[line * width16 + Short.place]!;
    life.lead = this.lead(line);
    life.kind = this.u16[line * width16 + Short.rest]! >> 8;
    life.word = this.luck(line);
    life.times[At.opened] = this.f64[line * width64 + Instant.opened]!;
  }

  /** Fetches the line into the cache: the processor does so for several side by side if nothing waits for them yet. */
  touch(line: number): void {
    this.seen[0]! |= this.i32[line * width32 + Word.luck]!;
  }

  /** Every line in use, in the order in which they were taken. */
  inUse(): readonly number[] {
    const lines: number[] = [];
    for (let line = 0; line < this.used; line += 1) if (this.stage(line) !== PastStage.free) lines.push(line);
    return lines.sort((a, b) => this.number(a) - this.number(b));
  }

  stage(line: number): PastStage {
    return (this.u16[line * width16 + Short.rest]! & stageMask) as PastStage;
  }

  setStage(line: number, stage: PastStage): void {
    const at = line * width16 + Short.rest;
    this.u16[at] = (this.u16[at]! & ~stageMask) | stage;
  }

  /** When it comes, or came, to its desk. */
  deskAt(line: number): number {
    return this.f64[line * width64 + Instant.desk]!;
  }

  dueAt(line: number): number {
    return this.f64[line * width64 + Instant.due]!;
  }

  /** Work on it begins and will end at `workedAt`. */
  begin(line: number, workedAt: number): void {
    const at = line * width64 + Instant.end;
    this.setStage(line, workedAt < this.f64[at]! ? PastStage.going : PastStage.worked);
    this.f64[at] = workedAt;
  }

  /** When work on it ends, once it has begun. */
  workedAt(line: number): number {
    return this.f64[line * width64 + Instant.end]!;
  }

  luck(line: number): number {
    return this.i32[line * width32 + Word.luck]!;
  }

  number(line: number): number {
    return this.i32[line * width32 + Word.number]!;
  }

  caller(line: number): number {
    return this.i32[line * width32 + Word.caller]!;
  }

  address(line: number): number {
    return this.i32[line * width32 + Word.address]!;
  }

  /** Its neighbour in a queue, or in the list of free lines. */
  next(line: number): number {
    return this.i32[line * width32 + Word.next]!;
  }

  link(line: number, next: number): void {
    this.i32[line * width32 + Word.next] = next;
  }

  item(line: number): number {
    return this.u16[line * width16 + Short.item]!;
  }

  lead(line: number): number {
    return this.u16[line * width16 + Short.lead]!;
  }

  /** The request's `ContactFlag`s. */
  flags(line: number): number {
    return (this.u16[line * width16 + Short.rest]! >> 4) & 15;
  }

  private takeLine(): number {
    const line = this.free;
    if (line >= 0) {
      this.free = this.next(line);
      return line;
    }
    if (this.used * width64 === this.f64.length) this.resize(this.used * 2);
    this.used += 1;
    return this.used - 1;
  }

  private resize(lines: number): void {
    const old = this.f64;
    const buffer = new ArrayBuffer(firstLineAt + lines * lineBytes);
    this.f64 = new Float64Array(buffer, firstLineAt);
    this.f64.set(old);
    this.i32 = new Int32Array(buffer, firstLineAt);
    this.u16 = new Uint16Array(buffer, firstLineAt);
  }
}

/** Indexes of items and units must be below this to be kept in a line. */
export const indexMax = 2 ** 16;

const linesMin = 4096;
const lineBytes = 64;
const width64 = lineBytes / 8;
const width32 = lineBytes / 4;
const width16 = lineBytes / 2;
/** Allocators put a big block 16 bytes past the start of a page, and lines are to begin where those of the cache do. */
const firstLineAt = 48;

/** Offsets in a line, in numbers of that width; `end` is `At.goneUntil`, and once work has begun the end of the work. */
const Instant = { desk: 0, due: 1, end: 2, opened: 3 } as const;
const Word = { luck: 8, number: 9, caller: 10, address: 11, next: 12 } as const;
const Short = { item: 26, place: 27, lead: 28, rest: 29 } as const;
const stageMask = 15;
