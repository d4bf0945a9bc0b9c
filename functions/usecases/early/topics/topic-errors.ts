import { err, ok, type Result } from '../../../core/result.ts';
import type { BoardContent } from '../../../ports/board-store.ts';
import type { MatterMonths } from './matter-months.ts';

/** Months are not counted yet: they are to be asked for (refresh), or are being counted. */
export type NotCounted = { readonly code: 'NOT_COUNTED'; readonly what: string };

/** The pack has no such section. */
export type NoPart = { readonly code: 'NOT_IN_REMIT'; readonly rule: string };

/** The tables, all of them, or the refusal that names the months without one. */
export const allCounted = ({ tables, missing }: MatterMonths): Result<readonly BoardContent[], NotCounted> =>
  missing.length === 0 ? ok(tables) : err({ code: 'NOT_COUNTED', what: missing.join(', ') });
