import { type EpochMs, NEVER } from '../time.ts';
import type { Helper, Ticket } from './ticket.ts';
import { rowHelpers, rowLayout } from './ticket-rows.ts';

/**
 * The helpers (协办) of a ticket by their place in its list, from 0 to `helpersCount`. The first four live in the ticket's
 * row: as objects beside it they cost a simulated city a quarter of its time.
 */
export const helperUnit = (t: Ticket, i: number): number =>
  i < rowHelpers ? t.i32[t.at32 + rowLayout.helperUnit + i]! : more(t, i).unit;

export const helperDueAt = (t: Ticket, i: number): EpochMs =>
  i < rowHelpers ? t.f64[t.at64 + rowLayout.helperDueAt + i]! : more(t, i).dueAt;

/** `NEVER` until it has done its part. */
export const helperDoneAt = (t: Ticket, i: number): EpochMs =>
  i < rowHelpers ? t.f64[t.at64 + rowLayout.helperDoneAt + i]! : more(t, i).doneAt;

/** Whether its limit passed before it was done. */
const isHelperLate = (t: Ticket, i: number): boolean =>
  i < rowHelpers ? (t.helpersLate & (1 << i)) !== 0 : more(t, i).late;

/** Whether it still has a limit ahead. */
export const isHelperOwing = (t: Ticket, i: number): boolean =>
  helperDoneAt(t, i) === NEVER && !isHelperLate(t, i);

/** The place of `unit` among the helpers; -1 if it does not help. */
export function helperOf(t: Ticket, unit: number): number {
  for (let i = 0; i < t.helpersCount; i += 1) if (helperUnit(t, i) === unit) return i;
  return -1;
}

/** A copy of one helper. */
export const helperAt = (t: Ticket, i: number): Helper => ({
  unit: helperUnit(t, i),
  dueAt: helperDueAt(t, i),
  doneAt: helperDoneAt(t, i),
  late: isHelperLate(t, i),
});

/** One more helper, with nothing done. */
export function callHelper(t: Ticket, unit: number, dueAt: EpochMs): void {
  const i = t.helpersCount;
  if (i >= rowHelpers) {
    addHelper(t, { unit, dueAt, doneAt: NEVER, late: false });
    return;
  }
  t.i32[t.at32 + rowLayout.helperUnit + i] = unit;
  t.f64[t.at64 + rowLayout.helperDueAt + i] = dueAt;
  t.f64[t.at64 + rowLayout.helperDoneAt + i] = NEVER;
  t.helpersLate &= ~(1 << i);
  t.helpersCount = i + 1;
}

/** One more helper, as it stands elsewhere. */
export function addHelper(t: Ticket, helper: Helper): void {
  const i = t.helpersCount;
  if (i >= rowHelpers) {
    t.moreHelpers = [...t.moreHelpers.slice(0, i - rowHelpers), helper];
    t.helpersCount = i + 1;
    return;
  }
  callHelper(t, helper.unit, helper.dueAt);
  t.f64[t.at64 + rowLayout.helperDoneAt + i] = helper.doneAt;
  if (helper.late) t.helpersLate |= 1 << i;
}

/** It helps no more; those behind it move up. */
export function dropHelper(t: Ticket, i: number): void {
  if (t.helpersCount > rowHelpers) {
    t.helpers = t.helpers.toSpliced(i, 1);
    return;
  }
  const late = t.helpersLate;
  t.helpersLate = (late & ((1 << i) - 1)) | ((late >> (i + 1)) << i);
  t.helpersCount -= 1;
  for (let to = i; to < t.helpersCount; to += 1) {
    t.i32[t.at32 + rowLayout.helperUnit + to] = helperUnit(t, to + 1);
    t.f64[t.at64 + rowLayout.helperDueAt + to] = helperDueAt(t, to + 1);
    t.f64[t.at64 + rowLayout.helperDoneAt + to] = helperDoneAt(t, to + 1);
  }
}

/** It has done its part at `at`. */
export function markHelperDone(t: Ticket, i: number, at: EpochMs): void {
  if (i < rowHelpers) t.f64[t.at64 + rowLayout.helperDoneAt + i] = at;
  else replace(t, i, { ...more(t, i), doneAt: at });
}

/** Its limit has passed. */
export function markHelperLate(t: Ticket, i: number): void {
  if (i < rowHelpers) t.helpersLate |= 1 << i;
  else replace(t, i, { ...more(t, i), late: true });
}

const more = (t: Ticket, i: number): Helper => t.moreHelpers[i - rowHelpers]!;

function replace(t: Ticket, i: number, helper: Helper): void {
  t.moreHelpers = t.moreHelpers.with(i - rowHelpers, helper);
}
