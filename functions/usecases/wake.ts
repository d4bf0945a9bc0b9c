import { kindOfId } from '../core/undertaking/undertaking-id.ts';
import type { Deps } from './deps.ts';
import { wakeUndertaking } from './early/undertakings/wake-undertaking.ts';
import { wakeTicket } from './wake-ticket.ts';
import type { Woken } from './woken.ts';

/** Wakes whatever an id of the wake index names: a ticket or an undertaking. */
export const wake = (deps: Deps, id: string): Promise<Woken> =>
  kindOfId(id) === undefined ? wakeTicket(deps, id) : wakeUndertaking(deps, id);
