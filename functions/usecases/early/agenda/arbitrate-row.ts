import type { AgendaRow } from '../../../core/early/agenda/agenda-row.ts';
import type { Decision } from '../../../core/early/agenda/meeting.ts';
import type { Result } from '../../../core/result.ts';
import type { Caller } from '../../caller.ts';
import { type Commanded, commandTicket } from '../../command-ticket.ts';
import type { Deps } from '../../deps.ts';
import type { CommandError } from '../../errors.ts';

/** The ticket of a row, and the key under which a meeting arbitrates it. */
export const linkOf = (meetingId: string, { n, ref }: Pick<AgendaRow, 'n' | 'ref'>) => ({
  ticketId: ref,
  commandId: `${meetingId}.${n}`,
});

interface Arbitration {
  readonly meetingId: string;
  readonly row: Pick<AgendaRow, 'n' | 'ref'>;
  readonly decision: Pick<Decision, 'lead' | 'text'>;
  readonly caller: Caller;
}

/** Gives a disputed ticket the lead that a meeting has named; once a row, however often it is asked. */
export function arbitrateRow(
  deps: Deps,
  { meetingId, row, decision: { lead = '', text }, caller }: Arbitration,
): Promise<Result<Commanded, CommandError>> {
  const body = text === undefined ? { leadUnit: lead } : { leadUnit: lead, text };
  const command = { type: 'arbitrate', body } as const;
  return commandTicket(deps, { ...linkOf(meetingId, row), command, caller });
}
