import type { DurationMs, EpochMs } from '../time.ts';
import { addHelper, helperAt } from './helpers.ts';
import type { Answer, Outcome } from './kinds.ts';
import type { Status } from './status.ts';
import { defineFields, rowLayout, TicketRows } from './ticket-rows.ts';

/** A cooperating unit (协办) with its own clock. */
export interface Helper {
  readonly unit: number;
  readonly dueAt: EpochMs;
  readonly doneAt: EpochMs;
  /** Whether its limit passed before it was done. */
  readonly late: boolean;
}

/**
 * Where one department's call (报到) stands, in the order it goes through. Open until released, declined or failed.
 * `routed`: the district has yet to pass it on. `contested`: the unit says it has no part in this and waits for a ruling.
 * `declined`: the ruling excused it, or it ended before it reached the unit. `failed`: a supervisor closed it.
 */
export const SummonsStatus = {
  routed: 0,
  called: 1,
  acknowledged: 2,
  contested: 3,
  arrived: 4,
  working: 5,
  done: 6,
  released: 7,
  declined: 8,
  failed: 9,
} as const;
export type SummonsStatusName = keyof typeof SummonsStatus;
export type SummonsStatus = (typeof SummonsStatus)[SummonsStatusName];
export const summonsStatusNames = Object.keys(SummonsStatus) as readonly SummonsStatusName[];

/** One unit called by one whistle. */
export interface Summons {
  /** Number of the whistle on this ticket, from 1. */
  whistle: number;
  kind: number;
  blower: number;
  unit: number;
  status: SummonsStatus;
  calledAt: EpochMs;
  /** The arrival limit; `NEVER` where there is none, or none yet. */
  arriveBy: EpochMs;
  arrivedAt: EpochMs;
  endedAt: EpochMs;
  /** Until when somebody must act on it as it stands: pass it on, arrive, rule. `NEVER` when nothing is promised. */
  dueBy: EpochMs;
  /** Whether its arrival limit passed. */
  late: boolean;
  /** Whether the city was told that it has not come. */
  missed: boolean;
  /** The unit has said once that it has no part in this; the ruling stands. */
  contested: boolean;
  /** The team it was called with; `noUnit` for a unit called by itself. */
  team: number;
  /** The unit it came in place of (替补); `noUnit` for none. */
  standsFor: number;
  /** The area it reported its arrival from; `noUnit` where it did not say. */
  arrivedIn: number;
  /** Points the blower gave the unit, and the unit the blower; `noRating` for none. */
  rating: number;
  ratingBack: number;
}

/** Nobody has rated yet. */
export const noRating = -1;

/** One output that a whistle of this ticket has left on file: an index of its kind's `outputs`. */
export interface FiledOutput {
  readonly whistle: number;
  readonly output: number;
  readonly by: number;
  readonly at: EpochMs;
}

/**
 * A ticket: what a citizen asked and the order that carries it. A flat record that `decide` changes in place. Its fields
 * live in five neighbouring cache lines of a typed row (see `TicketRows`), because a city's year is decided from memory:
 * as an object with boxed instants the same decisions took several times as long.
 *
 * Instants are epoch ms, `NEVER` where not set. Units, items and tiers are indexes of the rules it was opened under.
 * Fields in the block "promises" are what the ticket has promised next.
 */
export class Ticket {
  declare status: Status;
  /** Index of `requestKinds`. */
  declare kind: number;
  declare item: number;
  declare tier: number;
  /** The subdistrict, or the district where nothing finer is known. */
  declare place: number;
  /** 主责: the unit that answers for it; `noUnit` before dispatch. */
  declare lead: number;
  /** Who put it under supervision (督办); `noUnit` when nobody did. */
  declare supervisor: number;
  /** The status to return to from a dispute or a suspension. */
  declare resumeStatus: Status;
  declare outcome: Outcome;
  /** Chosen by keyword, not by a person or the platform. */
  declare guessed: boolean;
  /** Loaded with past dates: limits already over are recorded without pressing anybody. */
  declare backlog: boolean;
  /** The platform fixed the tier; a change of item does not move it. */
  declare tierFixed: boolean;
  declare responded: Answer;
  declare resolved: Answer;
  declare satisfied: Answer;

  declare openedAt: EpochMs;
  declare dispatchedAt: EpochMs;
  declare signedAt: EpochMs;
  declare contactedAt: EpochMs;
  declare answeredAt: EpochMs;
  declare closedAt: EpochMs;
  /** When the handling deadline passed; `NEVER` while it is kept. */
  declare overdueAt: EpochMs;
  /** The time of the last history entry: time never runs backwards on a ticket. */
  declare lastAt: EpochMs;

  /** Handling clock (办理时限): counted time allowed, counted time used before `runningSince`. */
  declare limitMs: DurationMs;
  declare usedMs: DurationMs;
  /** `NEVER` while the clock is paused or stopped. */
  declare runningSince: EpochMs;
  /** The handling deadline; `NEVER` while paused. */
  declare dueAt: EpochMs;
  /** Next rung of the ladder. */
  declare rung: number;

  /** Promises: the earliest is `nextAt`. */
  declare dispatchBy: EpochMs;
  declare signBy: EpochMs;
  declare contactBy: EpochMs;
  declare rungAt: EpochMs;
  declare arbitrateBy: EpochMs;
  declare callbackAt: EpochMs;
  declare reviewAt: EpochMs;
  declare elderCheckAt: EpochMs;
  /** The end of the month, while the ticket is open past its deadline: it is counted as late then. */
  declare countAt: EpochMs;
  /** The earliest promise of a helper or a summons. */
  declare otherAt: EpochMs;
  declare nextAt: EpochMs;

  declare dispatchLate: boolean;
  declare signLate: boolean;
  declare contactLate: boolean;
  declare arbitrationLate: boolean;
  declare callbackAsked: boolean;
  /** A deadline was missed before the ticket was reopened: a second try does not make the first one on time. */
  declare wasLate: boolean;

  declare reviews: number;
  declare reopens: number;
  declare transfers: number;
  declare disputes: number;
  declare extensions: number;
  declare callbackAttempts: number;
  declare whistles: number;
  declare openSummonses: number;
  declare helpersCount: number;
  /** Of the helpers in the row, those whose limit passed, as bits. */
  declare helpersLate: number;
  /** Clock time asked for by an extension that nobody decided yet; 0 when none is asked. */
  declare extensionAskedMs: DurationMs;
  /** Number of the last history entry; gapless from 1. */
  declare entries: number;
  /** Number of the last effect owed. */
  declare effects: number;

  /** The row that holds every field but the lists. */
  private readonly rows: TicketRows;
  private row = 0;
  readonly f64: Float64Array;
  readonly i32: Int32Array;
  readonly u16: Uint16Array;
  readonly u8: Uint8Array;
  at64 = 0;
  at32 = 0;
  at16 = 0;
  at8 = 0;

  /** A ticket in a row of its own, or in row `row` of `rows` that a simulator keeps many in. */
  constructor(rows: TicketRows = new TicketRows(1), row = 0) {
    this.rows = rows;
    this.f64 = rows.f64;
    this.i32 = rows.i32;
    this.u16 = rows.u16;
    this.u8 = rows.u8;
    this.read(row);
  }

  /** Turns to another row: one object can stand for each of a city's tickets in turn. */
  read(row: number): this {
    this.row = row;
    this.at64 = row * rowLayout.f64;
    this.at32 = row * rowLayout.i32 + rowLayout.at32;
    this.at16 = row * rowLayout.u16 + rowLayout.at16;
    this.at8 = row * rowLayout.u8 + rowLayout.at8;
    return this;
  }

  /** The helpers as a list of copies; hot paths ask `helpers.ts` for one field of one helper. */
  get helpers(): readonly Helper[] {
    return Array.from({ length: this.helpersCount }, (_, i) => helperAt(this, i));
  }

  set helpers(helpers: readonly Helper[]) {
    this.helpersCount = 0;
    this.moreHelpers = noHelpers;
    for (const helper of helpers) addHelper(this, helper);
  }

  /** The helpers that the row has no room for. */
  get moreHelpers(): readonly Helper[] {
    return this.rows.moreHelpers[this.row] ?? noHelpers;
  }

  set moreHelpers(helpers: readonly Helper[]) {
    this.rows.moreHelpers[this.row] = helpers;
  }

  get summonses(): readonly Summons[] {
    return this.whistles === 0 ? noSummonses : this.rows.summonses[this.row]!;
  }

  set summonses(summonses: readonly Summons[]) {
    this.rows.summonses[this.row] = summonses;
  }

  /** What the whistles of this ticket have left on file. */
  get outputs(): readonly FiledOutput[] {
    return this.whistles === 0 ? noOutputs : (this.rows.outputs[this.row] ?? noOutputs);
  }

  set outputs(outputs: readonly FiledOutput[]) {
    this.rows.outputs[this.row] = outputs;
  }
}

const noHelpers: readonly Helper[] = [];
const noSummonses: readonly Summons[] = [];
const noOutputs: readonly FiledOutput[] = [];

defineFields(Ticket.prototype);
