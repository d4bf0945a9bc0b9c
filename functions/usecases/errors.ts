import type { PlaceError } from '../core/places/resolve-place.ts';
import type { Refusal } from '../core/ticket/refusal.ts';

/** Something in the input does not fit: `field` is its path in the body. */
export type Invalid = { readonly code: 'INVALID'; readonly field: string; readonly reason: string };
export type NotFound = { readonly code: 'NOT_FOUND' };
export type Forbidden = { readonly code: 'FORBIDDEN' };
/** Lost too many races, or the store was not there: try again soon. Nothing half-done is stored. */
export type Busy = { readonly code: 'BUSY' };
/** The same key, of a source or of a command, came with another body. */
type Conflict = { readonly code: 'CONFLICT'; readonly ticketId: string };
/** The same idempotency key came with another body, of a command outside tickets. */
export type OtherBody = { readonly code: 'CONFLICT' };
export type UnknownItem = { readonly code: 'UNKNOWN_ITEM'; readonly itemCode: string };
/** A working-day clock would need the holidays of a year nobody has published. */
export type CalendarError = {
  readonly code: 'CALENDAR_COVERAGE';
  readonly calendarId: string;
  readonly year: number;
  readonly until: string;
};

export type SubmitError = Invalid | Conflict | UnknownItem | PlaceError | CalendarError | Busy;
export type CommandError =
  | Refusal
  | NotFound
  | Forbidden
  | Busy
  | Conflict
  | UnknownItem
  | CalendarError
  | UnknownUnit
  | PlaceError;
export type ReadError = NotFound | Forbidden;
export type UnknownUnit = { readonly code: 'UNKNOWN_UNIT'; readonly unitCode: string };
