import { noItem } from '../rules/item-table.ts';
import { noUnit } from '../rules/unit-table.ts';
import { type DurationMs, type EpochMs, NEVER } from '../time.ts';
import { Answer, Outcome } from './kinds.ts';
import { Status } from './status.ts';

/** A cooperating unit (协办) with its own clock. */
export interface Helper {
  unit: number;
  dueAt: EpochMs;
  doneAt: EpochMs;
  /** Whether its limit passed before it was done. */
  late: boolean;
}

/** Where one department's call (报到) stands. Open until released, failed or declined. */
export const SummonsStatus = {
  called: 0,
  acknowledged: 1,
  arrived: 2,
  done: 3,
  released: 4,
  declined: 5,
  failed: 6,
} as const;
export type SummonsStatusName = keyof typeof SummonsStatus;
export type SummonsStatus = (typeof SummonsStatus)[SummonsStatusName];
export const summonsStatusNames = Object.keys(SummonsStatus) as readonly SummonsStatusName[];

/** One unit called by one whistle. `blower` released it or nobody did. */
export interface Summons {
  /** Number of the whistle on this ticket, from 1. */
  whistle: number;
  kind: number;
  blower: number;
  unit: number;
  status: SummonsStatus;
  calledAt: EpochMs;
  arriveBy: EpochMs;
  arrivedAt: EpochMs;
  endedAt: EpochMs;
  late: boolean;
}

/**
 * A ticket: what a citizen asked and the order that carries it. A flat record that `decide` changes in place, so that
 * a city's year can be decided in a minute; stores and answers convert it at their edge.
 *
 * Instants are epoch ms, `NEVER` where not set. Units, items and tiers are indexes of the rules it was opened under.
 * Fields ending in `By` or named `…At` in the block "promises" are what the ticket has promised next.
 */
export class Ticket {
  status: Status = Status.submitted;
  /** Index of `requestKinds`. */
  kind = 0;
  item = noItem;
  tier = 0;
  /** The subdistrict, or the district where nothing finer is known. */
  place = noUnit;
  /** 主责: the unit that answers for it; `noUnit` before dispatch. */
  lead = noUnit;
  /** Who put it under supervision (督办); `noUnit` when nobody did. */
  supervisor = noUnit;
  /** The status to return to from a dispute or a suspension. */
  resumeStatus: Status = Status.signed;
  outcome: Outcome = Outcome.open;
  /** Chosen by keyword, not by a person or the platform. */
  guessed = false;
  /** Loaded with past dates: limits already over are recorded without pressing anybody. */
  backlog = false;
  /** The platform fixed the tier; a change of item does not move it. */
  tierFixed = false;
  responded: Answer = Answer.unknown;
  resolved: Answer = Answer.unknown;
  satisfied: Answer = Answer.unknown;

  openedAt: EpochMs = NEVER;
  dispatchedAt: EpochMs = NEVER;
  signedAt: EpochMs = NEVER;
  contactedAt: EpochMs = NEVER;
  answeredAt: EpochMs = NEVER;
  closedAt: EpochMs = NEVER;
  /** When the handling deadline passed; `NEVER` while it is kept. */
  overdueAt: EpochMs = NEVER;
  /** The time of the last history entry: time never runs backwards on a ticket. */
  lastAt: EpochMs = 0;

  /** Handling clock (办理时限): counted time allowed, counted time used before `runningSince`. */
  limitMs: DurationMs = Number.POSITIVE_INFINITY;
  usedMs: DurationMs = 0;
  /** `NEVER` while the clock is paused or stopped. */
  runningSince: EpochMs = NEVER;
  /** The handling deadline; `NEVER` while paused. */
  dueAt: EpochMs = NEVER;
  /** Next rung of the ladder. */
  rung = 0;

  /** Promises: the earliest is `nextAt`. */
  dispatchBy: EpochMs = NEVER;
  signBy: EpochMs = NEVER;
  contactBy: EpochMs = NEVER;
  rungAt: EpochMs = NEVER;
  arbitrateBy: EpochMs = NEVER;
  callbackAt: EpochMs = NEVER;
  reviewAt: EpochMs = NEVER;
  elderCheckAt: EpochMs = NEVER;
  /** The earliest promise of a helper or a summons. */
  otherAt: EpochMs = NEVER;
  nextAt: EpochMs = NEVER;

  dispatchLate = false;
  signLate = false;
  contactLate = false;
  arbitrationLate = false;
  callbackAsked = false;

  reviews = 0;
  reopens = 0;
  transfers = 0;
  disputes = 0;
  extensions = 0;
  callbackAttempts = 0;
  whistles = 0;
  openSummonses = 0;
  /** Clock time asked for by an extension that nobody decided yet; 0 when none is asked. */
  extensionAskedMs: DurationMs = 0;
  /** Number of the last history entry; gapless from 1. */
  entries = 0;
  /** Number of the last effect owed. */
  effects = 0;

  helpers: Helper[] = [];
  summonses: Summons[] = [];
}
