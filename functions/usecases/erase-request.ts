import { err, ok, type Result } from '../core/result.ts';
import type { Note } from '../ports/stored.ts';
import type { Deps } from './deps.ts';
import type { NotFound } from './errors.ts';

/**
 * Erases what the citizen said and how to reach them, and every note beside the ticket; the ticket's own life stays for
 * the score. Cut off half-way it is simply asked again: what is gone stays gone.
 */
export async function eraseRequest(deps: Deps, ticketId: string): Promise<Result<undefined, NotFound>> {
  const { store, clock } = deps;
  if (!(await store.eraseRequest(ticketId, clock.now()))) return err({ code: 'NOT_FOUND' });
  for (
    let rows = await firstNotes(deps, ticketId);
    rows.length > 0;
    rows = await firstNotes(deps, ticketId)
  ) {
    for (const note of rows) await store.eraseNote(note);
  }
  return ok(undefined);
}

async function firstNotes({ store }: Deps, ticketId: string): Promise<readonly Note[]> {
  return (await store.notes(ticketId, { limit: 100 })).rows;
}
