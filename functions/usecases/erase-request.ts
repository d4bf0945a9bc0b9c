import { err, ok, type Result } from '../core/result.ts';
import type { Deps } from './deps.ts';
import type { NotFound } from './errors.ts';

/** Erases what the citizen said and how to reach them, and every note; the ticket's own life stays for the score. */
export async function eraseRequest(deps: Deps, ticketId: string): Promise<Result<undefined, NotFound>> {
  const erased = await deps.store.eraseRequest(ticketId, deps.clock.now());
  return erased ? ok(undefined) : err({ code: 'NOT_FOUND' });
}
