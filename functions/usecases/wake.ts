import { kindOfId } from '../core/undertaking/undertaking-id.ts';
import type { Deps } from './deps.ts';
import { wakeTicket } from './wake-ticket.ts';
import type { Woken } from './woken.ts';

/**
 * Wakes whatever an id of the wake index names: a ticket or an undertaking. Undertakings are few, and loaded with the
 * first one.
 */
export async function wake(deps: Deps, id: string): Promise<Woken> {
  if (kindOfId(id) === undefined) return wakeTicket(deps, id);
  const { wakeUndertaking } = await import('./early/undertakings/wake-undertaking.ts');
  return wakeUndertaking(deps, id);
}
