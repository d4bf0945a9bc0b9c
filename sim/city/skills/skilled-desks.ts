import type { City } from '../city.ts';
import { type DeskRows, pastFrom } from '../desk-rows.ts';
import type { DeskPool } from '../desks.ts';
import type { CompiledPlan } from './skill-plans.ts';
import { shareOut } from './skill-plans.ts';
import { SkillTallies } from './skill-tallies.ts';

type Parts = Pick<City, 'env' | 'warmUp' | 'startAt'> & {
  readonly rows: DeskRows;
  /** The plan of each unit. */
  readonly plans: readonly CompiledPlan[];
  /** By unit: numbers of people on duty in its shifts. Who is there in none of them has no skill to wait for. */
  readonly shifts: readonly (readonly number[])[];
  readonly lanes: number;
  readonly byDue: boolean;
};

/**
 * Desks of people who cannot all do everything. A unit has a queue for each set of groups that a matter may need, in lanes;
 * whoever is free takes the first of the matters that they can do, and of those free the one who can do least is taken.
 * With one group it is `Desks` again.
 */
export class SkilledDesks implements DeskPool {
  readonly onDuty: Int32Array;
  readonly tallies: SkillTallies;
  /** The first slot (group of a unit) and the first queue of each unit. */
  readonly slotOf: Int32Array;
  private readonly queueOf: Int32Array;
  private readonly here: Int32Array;
  private readonly busy: Int32Array;
  /** Of those busy, people called away from no ticket. */
  private readonly away: Int32Array;
  private readonly first: Int32Array;
  private readonly last: Int32Array;
  private readonly waiting: Int32Array;
  /** By unit and place in `sets`: the groups that may take such a matter there. */
  private readonly setsOf: readonly (readonly number[])[];
  /** By `keyOf` a row: the group at work on it. */
  private groupOf = new Int8Array(1024);
  private readonly parts: Parts;
  private readonly rows: DeskRows;

  constructor(parts: Parts) {
    const { plans, shifts, lanes, warmUp, startAt } = parts;
    const units = plans.length;
    this.parts = parts;
    this.rows = parts.rows;
    this.onDuty = new Int32Array(units);
    this.waiting = new Int32Array(units);
    this.slotOf = firsts(plans.map(({ shares }) => shares.length));
    this.queueOf = firsts(plans.map(({ sets }) => sets.length * lanes));
    this.here = new Int32Array(this.slotOf[units]!);
    this.busy = new Int32Array(this.slotOf[units]!);
    this.away = new Int32Array(this.slotOf[units]!);
    this.first = new Int32Array(this.queueOf[units]!).fill(-1);
    this.last = new Int32Array(this.queueOf[units]!).fill(-1);
    this.setsOf = plans.map((plan, unit) => reachable(plan, shifts[unit]!));
    this.tallies = new SkillTallies(this.slotOf[units]!, units, warmUp, startAt);
  }

  setOnDuty(unit: number, people: number): void {
    this.onDuty[unit] = people;
    const { shares } = this.parts.plans[unit]!;
    for (const [group, part] of shareOut(people, shares).entries()) {
      const slot = this.slotOf[unit]! + group;
      this.here[slot] = part;
      this.tallies.onDuty.set(slot, part, this.parts.env.now);
    }
  }

  seize(unit: number, row: number, lane: number): boolean {
    const { plans, env } = this.parts;
    const set = plans[unit]!.setOf[this.rows.item(row)]!;
    const group = this.freeGroup(unit, this.setsOf[unit]![set]!);
    const isHeld = group < 0 && this.freeGroup(unit, everybody) >= 0;
    this.tallies.note(unit, isHeld, env.now);
    if (group >= 0) {
      this.take(unit, row, group);
      return true;
    }
    const queue = this.queueOf[unit]! + lane * plans[unit]!.sets.length + set;
    this.rows.link(row, -1);
    const last = this.last[queue]!;
    if (last < 0) this.first[queue] = row;
    else this.rows.link(last, row);
    this.last[queue] = row;
    this.waiting[unit]! += 1;
    return false;
  }

  callOut(unit: number, row: number): void {
    const isTicket = row >= 0;
    const set = isTicket ? this.parts.plans[unit]!.setOf[this.rows.item(row)]! : 0;
    const groups = this.setsOf[unit]![set]!;
    let most = -1;
    for (let group = 0; group < this.parts.plans[unit]!.shares.length; group += 1) {
      if ((groups & (1 << group)) === 0) continue;
      if (most < 0 || this.freeOf(unit, group) > this.freeOf(unit, most)) most = group;
    }
    if (isTicket) this.take(unit, row, most);
    else {
      this.away[this.slotOf[unit]! + most]! += 1;
      this.moveBusy(this.slotOf[unit]! + most, 1);
    }
  }

  release(unit: number, row: number): number {
    const from = this.slotOf[unit]!;
    const slot =
      row >= 0 ? from + this.groupOf[keyOf(row)]! : this.away.findIndex((n, i) => i >= from && n > 0);
    if (row < 0) this.away[slot]! -= 1;
    this.moveBusy(slot, -1);
    return this.admit(unit);
  }

  admit(unit: number): number {
    if (this.waiting[unit] === 0) return -1;
    const queue = this.nextQueue(unit, true);
    if (queue < 0) return -1;
    const row = this.first[queue]!;
    const next = this.rows.next(row);
    this.first[queue] = next;
    if (next < 0) this.last[queue] = -1;
    this.waiting[unit]! -= 1;
    this.take(unit, row, this.freeGroup(unit, this.groupsOf(unit, queue)));
    return row;
  }

  peek(unit: number): number {
    const queue = this.waiting[unit] === 0 ? -1 : this.nextQueue(unit, false);
    return queue < 0 ? -1 : this.first[queue]!;
  }

  rename(names: ReadonlyMap<number, number>): void {
    this.rows.rename(this.first, this.last, names);
    for (const [row, name] of names) this.keep(name, this.groupOf[keyOf(row)] ?? 0);
  }

  private take(unit: number, row: number, group: number): void {
    this.keep(row, group);
    const slot = this.slotOf[unit]! + group;
    this.moveBusy(slot, 1);
    const readyAt = this.rows.readyAt(row);
    this.tallies.waits.observe(slot, this.parts.env.now - readyAt, readyAt);
  }

  private keep(row: number, group: number): void {
    const key = keyOf(row);
    if (key >= this.groupOf.length) {
      const grown = new Int8Array(2 * key);
      grown.set(this.groupOf);
      this.groupOf = grown;
    }
    this.groupOf[key] = group;
  }

  private moveBusy(slot: number, by: 1 | -1): void {
    this.busy[slot]! += by;
    this.tallies.busy.add(slot, by, this.parts.env.now);
  }

  private freeOf(unit: number, group: number): number {
    const slot = this.slotOf[unit]! + group;
    return this.here[slot]! - this.busy[slot]!;
  }

  /** Of these groups the one with somebody free that can do least; -1 if nobody of them is. */
  private freeGroup(unit: number, groups: number): number {
    for (const group of this.parts.plans[unit]!.narrowFirst) {
      if ((groups & (1 << group)) !== 0 && this.freeOf(unit, group) > 0) return group;
    }
    return -1;
  }

  private groupsOf(unit: number, queue: number): number {
    return this.setsOf[unit]![(queue - this.queueOf[unit]!) % this.setsOf[unit]!.length]!;
  }

  /** The queue that comes first: by lane and then by who has waited longest, or by what is due first. */
  private nextQueue(unit: number, onlyFree: boolean): number {
    const { byDue } = this.parts;
    const sets = this.setsOf[unit]!.length;
    const orderOf = (row: number) => (byDue ? this.rows.dueAt(row) : this.rows.readyAt(row));
    let best = -1;
    for (let queue = this.queueOf[unit]!; queue < this.queueOf[unit + 1]!; queue += 1) {
      const isNewLane = (queue - this.queueOf[unit]!) % sets === 0;
      if (isNewLane && !byDue && best >= 0) break;
      const row = this.first[queue]!;
      if (row < 0) continue;
      if (onlyFree && this.freeGroup(unit, this.groupsOf(unit, queue)) < 0) continue;
      if (best < 0) best = queue;
      else if (orderOf(row) < orderOf(this.first[best]!)) best = queue;
    }
    return best;
  }
}

const everybody = -1;

/** Tickets and past tickets each have a number of their own in one short table. */
const keyOf = (row: number): number => (row < pastFrom ? 2 * row : 2 * (row - pastFrom) + 1);

/** Where each begins when so many lie one after another; the last number is the end. */
function firsts(lengths: readonly number[]): Int32Array {
  const at = new Int32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) at[i + 1] = at[i]! + length;
  return at;
}

/** The sets of groups of a plan, where nobody of a set is ever on duty everybody instead. */
function reachable({ shares, sets }: CompiledPlan, shifts: readonly number[]): readonly number[] {
  let present = 0;
  for (const people of shifts) {
    for (const [group, part] of shareOut(people, shares).entries()) if (part > 0) present |= 1 << group;
  }
  return sets.map((groups) => ((groups & present) === 0 ? everybody : groups));
}
