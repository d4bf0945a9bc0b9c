import type * as z from 'zod';
import type { ErrorCode } from '../error-code.ts';

/** The statuses of answers that are no problem. */
export type SuccessStatus = 200 | 201 | 202 | 204;

/** What an operation takes and gives. Absent `path`, `query` or `body`: it takes none. */
export interface Contract {
  readonly path?: z.ZodObject;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** Null: an answer without a body. */
  readonly answers: { readonly [Status in SuccessStatus]?: z.ZodType | null };
  /** What good answers are written as; absent: JSON. */
  readonly media?: 'text/csv';
  /** Whether `format=csv` gives the same rows as a table. */
  readonly alsoCsv?: true;
  /** The failures of its own; those that every operation shares are added in the OpenAPI document. */
  readonly refusals: readonly ErrorCode[];
  /** Whether `Idempotency-Key` means something to it. */
  readonly idempotencyKey?: true;
}
