import type { Caller } from '../../caller.ts';
import { commandTicket } from '../../command-ticket.ts';
import type { Deps } from '../../deps.ts';
import type { WireCommand } from '../../wire-command.ts';
import type { AtWork } from './matter-work.ts';

/**
 * Asks a ticket for something in the name of whoever asked the matter. The command's id follows from matter and task, so that
 * the same task asks the same ticket once, however often it is run.
 *
 * @returns the code of the refusal; undefined when the ticket did it, now or before
 * @throws Error when the ticket cannot be asked now: the piece is then done again
 */
export async function askTicket(
  deps: Deps,
  { matterId, task }: AtWork,
  ticketId: string,
  command: WireCommand,
): Promise<string | undefined> {
  const caller: Caller = {
    subject: matterId,
    hotline: task.by === 'hotline',
    ...(task.by === 'hotline' ? {} : { unit: task.by }),
  };
  const commandId = `${matterId}.${task.n}`;
  const asked = await commandTicket(deps, { ticketId, command, commandId, caller });
  if (asked.ok) return undefined;
  if (asked.error.code === 'BUSY')
    throw new Error(`ticket ${ticketId} was written by others at each attempt`);
  return asked.error.code;
}
