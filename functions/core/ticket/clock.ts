import { CalendarCoverageError } from '../calendar/calendar-coverage-error.ts';
import { monthEndOf } from '../calendar/month-end.ts';
import type { Rules } from '../rules/rules.ts';
import { type DurationMs, type EpochMs, NEVER } from '../time.ts';
import type { Ticket } from './ticket.ts';

/**
 * Starts the handling clock (办理时限) anew at `from` with `limitMs` of its tier's counted time. Rungs that lie before
 * `now` are climbed at `now`: time does not run backwards on a ticket.
 */
export function startClock(t: Ticket, rules: Rules, from: EpochMs, limitMs: DurationMs, now: EpochMs): void {
  t.limitMs = limitMs;
  t.usedMs = 0;
  t.rung = 0;
  inTime(t);
  t.runningSince = from;
  aimClock(t, rules, now);
}

/** Stops counting and hides the deadline until {@link resumeClock}; what was used stays used. */
export function pauseClock(t: Ticket, rules: Rules, now: EpochMs): void {
  stopClock(t, rules, now);
  t.dueAt = NEVER;
}

/**
 * Stops counting for good; `dueAt` stays as the deadline that was kept or missed. A calendar that ends before `now`
 * cannot say what was used, and must not keep anybody from answering.
 */
export function endClock(t: Ticket, rules: Rules, now: EpochMs): void {
  try {
    stopClock(t, rules, now);
  } catch (cause) {
    if (!(cause instanceof CalendarCoverageError)) throw cause;
    t.runningSince = NEVER;
    t.rungAt = NEVER;
  }
}

function stopClock(t: Ticket, rules: Rules, now: EpochMs): void {
  if (t.runningSince === NEVER) return;
  t.usedMs += rules.tiers[t.tier]!.calendar.between(t.runningSince, now);
  t.runningSince = NEVER;
  t.rungAt = NEVER;
}

/** Counts on from `now` with what is left; a clock that was never started waits for its start. */
export function resumeClock(t: Ticket, rules: Rules, now: EpochMs): void {
  const startedAt = rules.handling.startsAt === 'sign' ? t.signedAt : t.dispatchedAt;
  if (t.runningSince !== NEVER || startedAt === NEVER) return;
  t.runningSince = now;
  aimClock(t, rules, now);
}

/**
 * Gives the clock another tier or limit, also while it is paused. Time already used stays used; rungs of the old limit
 * that the new one has not reached can be climbed again, and those it has passed are climbed as soon as it runs.
 */
export function retargetClock(
  t: Ticket,
  rules: Rules,
  tier: number,
  limitMs: DurationMs,
  now: EpochMs,
): void {
  const running = t.runningSince !== NEVER;
  stopClock(t, rules, now);
  t.tier = tier;
  t.limitMs = limitMs;
  t.rung = Math.min(t.rung, firstRungAfter(t, rules));
  if (t.usedMs <= limitMs) inTime(t);
  if (!running) return;
  t.runningSince = now;
  aimClock(t, rules, now);
}

/** Marks rungs before `now` as climbed without anybody being pressed: a backlog is no news. */
export function skipPastRungs(t: Ticket, rules: Rules, now: EpochMs): void {
  while (t.rungAt !== NEVER && rungTime(t, rules, t.rung) < now) {
    t.rung += 1;
    aimRung(t, rules, now);
  }
}

/**
 * The deadline is over: the ticket is late, and promises to be counted as open and overdue (超期未结) at the end of each
 * month from now on. A backlog's deadline that had passed before the city took it over is nobody's lateness of a month.
 */
export function passDeadline(t: Ticket, rules: Rules, now: EpochMs): void {
  const wasBefore = t.backlog && t.dueAt < now;
  t.overdueAt = t.dueAt;
  // A deadline on the month's last millisecond is passed only in the next month.
  if (!wasBefore) t.countAt = monthEndOf(Math.max(t.dueAt + 1, now), rules.utcOffsetMs);
}

function inTime(t: Ticket): void {
  t.overdueAt = NEVER;
  t.countAt = NEVER;
}

/** Points the promise at the next rung, not before `floor`. */
export function aimRung(t: Ticket, rules: Rules, floor: EpochMs): void {
  if (t.rung >= rules.ladder.count || t.dueAt === NEVER) {
    t.rungAt = NEVER;
    return;
  }
  const at = rungTime(t, rules, t.rung);
  t.rungAt = at < floor ? floor : at;
}

function aimClock(t: Ticket, rules: Rules, now: EpochMs): void {
  if (t.limitMs === Number.POSITIVE_INFINITY) {
    t.dueAt = NEVER;
    t.rungAt = NEVER;
    return;
  }
  t.dueAt = rules.tiers[t.tier]!.calendar.add(t.runningSince, t.limitMs - t.usedMs);
  if (t.dueAt < now && t.overdueAt === NEVER) passDeadline(t, rules, now);
  // The last rung is asked for first: a clock whose ladder leaves the calendar is refused when it starts, not when it climbs.
  rungTime(t, rules, rules.ladder.count - 1);
  aimRung(t, rules, now);
}

/** When the running clock comes to a rung of the ladder; it climbs it then, or at once where that has passed. */
export function rungTime(t: Ticket, rules: Rules, rung: number): EpochMs {
  return rules.tiers[t.tier]!.calendar.add(t.runningSince, rungOffset(t, rules, rung) - t.usedMs);
}

function firstRungAfter(t: Ticket, rules: Rules): number {
  let rung = 0;
  while (rung < rules.ladder.count && rungOffset(t, rules, rung) < t.usedMs) rung += 1;
  return rung;
}

function rungOffset(t: Ticket, rules: Rules, rung: number): DurationMs {
  const { share, afterMs } = rules.ladder;
  return Math.round(t.limitMs * share[rung]!) + afterMs[rung]!;
}
