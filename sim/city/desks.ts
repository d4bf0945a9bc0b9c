import type { DeskRows } from './desk-rows.ts';

/** The people of units and the tickets that wait for them, see `DeskRows`. A row below 0 is other work than that on a ticket. */
export interface DeskPool {
  setOnDuty(unit: number, people: number): void;
  /** Gives somebody free to the ticket, else queues it. True if its work begins. */
  seize(unit: number, row: number, lane: number): boolean;
  /** Somebody on call takes a ticket up, whoever else is at work. */
  callOut(unit: number, row: number): void;
  /** One piece of work is done. The ticket whose work begins instead, or -1. */
  release(unit: number, row: number): number;
  /** The ticket whose work can begin now, or -1: nobody waits or nobody is free. */
  admit(unit: number): number;
  /** The ticket that is first in line, or -1. */
  peek(unit: number): number;
  /** Whoever waits or is worked on goes by the new name, where there is one. */
  rename(names: ReadonlyMap<number, number>): void;
}

/**
 * The people of every unit: how many are on duty and at work, and the tickets that wait for somebody free, in lanes. The
 * first lane that may be worked on goes first; with `byDue` the lane whose first ticket is due first.
 */
export class Desks implements DeskPool {
  /** On duty now, and at work now: more than on duty where a shift ended before the work. */
  readonly onDuty: Int32Array;
  readonly busy: Int32Array;
  readonly waiting: Int32Array;
  private readonly lanes: number;
  private readonly byDue: boolean;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly rows: DeskRows;
  /** When the first ticket of each lane is due. */
  private readonly dueAt: Float64Array;

  constructor(units: number, lanes: number, byDue: boolean, rows: DeskRows) {
    this.onDuty = new Int32Array(units);
    this.busy = new Int32Array(units);
    this.waiting = new Int32Array(units);
    this.lanes = lanes;
    this.byDue = byDue;
    this.rows = rows;
    this.first = new Int32Array(units * lanes).fill(-1);
    this.last = new Int32Array(units * lanes).fill(-1);
    this.dueAt = new Float64Array(units * lanes).fill(Number.POSITIVE_INFINITY);
  }

  setOnDuty(unit: number, people: number): void {
    this.onDuty[unit] = people;
  }

  seize(unit: number, row: number, lane: number): boolean {
    if (this.busy[unit]! < this.onDuty[unit]!) {
      this.busy[unit]! += 1;
      return true;
    }
    const { rows } = this;
    const queue = unit * this.lanes + lane;
    rows.link(row, -1);
    const last = this.last[queue]!;
    if (last < 0) {
      this.first[queue] = row;
      this.dueAt[queue] = rows.dueAt(row);
    } else rows.link(last, row);
    this.last[queue] = row;
    this.waiting[unit]! += 1;
    return false;
  }

  callOut(unit: number): void {
    this.busy[unit]! += 1;
  }

  release(unit: number): number {
    this.busy[unit]! -= 1;
    return this.admit(unit);
  }

  admit(unit: number): number {
    if (this.waiting[unit] === 0 || this.busy[unit]! >= this.onDuty[unit]!) return -1;
    const queue = this.nextQueue(unit);
    const row = this.first[queue]!;
    const next = this.rows.next(row);
    this.first[queue] = next;
    if (next < 0) this.last[queue] = -1;
    else if (this.byDue) this.dueAt[queue] = this.rows.dueAt(next);
    this.waiting[unit]! -= 1;
    this.busy[unit]! += 1;
    return row;
  }

  peek(unit: number): number {
    return this.waiting[unit] === 0 ? -1 : this.first[this.nextQueue(unit)]!;
  }

  rename(names: ReadonlyMap<number, number>): void {
    this.rows.rename(this.first, this.last, names);
  }

  private nextQueue(unit: number): number {
    const from = unit * this.lanes;
    let best = -1;
    for (let queue = from; queue < from + this.lanes; queue += 1) {
      if (this.first[queue]! < 0) continue;
      if (best < 0) best = queue;
      else if (this.byDue && this.dueAt[queue]! < this.dueAt[best]!) best = queue;
      if (!this.byDue) break;
    }
    return best;
  }
}
