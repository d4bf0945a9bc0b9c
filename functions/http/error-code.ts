import type { RefusalCode } from '../core/ticket/refusal.ts';

/** What can be wrong before a use case is asked. */
type RequestCode =
  | 'NOT_AUTHENTICATED'
  | 'MISSING_SCOPE'
  | 'NO_SUCH_ROUTE'
  | 'METHOD_NOT_ALLOWED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'BODY_TOO_LARGE'
  | 'BAD_JSON'
  | 'BAD_PARAMETER'
  | 'VALIDATION';

/** What a use case may answer. */
type UseCaseCode =
  | RefusalCode
  | 'NOT_FOUND'
  | 'FORBIDDEN'
  | 'CONFLICT'
  | 'UNKNOWN_UNIT'
  | 'UNKNOWN_ITEM'
  | 'AMBIGUOUS_PLACE'
  | 'PLACE_OUTSIDE_CITY'
  | 'PLACE_NOT_FOUND'
  | 'CALENDAR_COVERAGE'
  | 'BAD_CURSOR'
  | 'NO_RULES'
  | 'NO_SUCH_BOARD'
  | 'ALREADY_PUBLISHED'
  | 'NOT_PUBLISHED'
  | 'NOT_COUNTED'
  | 'BUSY';

/** Every way a request can end other than well. Stable: clients branch on it. */
export type ErrorCode = RequestCode | UseCaseCode | 'INTERNAL';

/** A field at fault, as a path into the body (`place.unitCode`) or a parameter's name, and why. */
export interface FieldError {
  readonly field: string;
  readonly reason: string;
}

/** An expected failure on its way to becoming a problem document. */
export type ApiError = {
  readonly code: ErrorCode;
  readonly errors?: readonly FieldError[];
  readonly field?: string;
  readonly reason?: string;
  /** Headers the answer must carry, such as `allow`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What was possible instead: fills the detail's braces; a problem shows the facts it names. */
  readonly [fact: string]: unknown;
};
