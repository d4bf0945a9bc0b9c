import type { Result } from '../core/result.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import type { SubmitError } from './errors.ts';
import type { Submission } from './submission.ts';
import { submitTicket } from './submit-ticket.ts';
import type { TicketView } from './ticket-view.ts';

export type ImportedRow = Result<{ view: TicketView; isNew: boolean }, SubmitError>;

/** Loads old cases (积案) with their own dates, one result a row; what is past presses nobody, what is ahead is kept. */
export async function importBacklog(
  deps: Deps,
  rows: readonly Submission[],
  caller: Caller,
): Promise<ImportedRow[]> {
  const results: ImportedRow[] = [];
  for (const row of rows) results.push(await submitTicket(deps, row, caller, { backlog: true }));
  return results;
}
