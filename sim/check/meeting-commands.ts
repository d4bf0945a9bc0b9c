import type { Asked, Facts } from './facts.ts';
import type { CommandAsked } from './matter-commands.ts';

interface Arbitration {
  readonly ticketId: string;
  readonly commandId: string;
  readonly actor: string;
}

/** The arbitration that a joint meeting decided under this id; undefined when nobody decided so. */
export function commandOfMeeting(
  facts: Facts,
  { ticketId, commandId, actor }: Arbitration,
): CommandAsked | undefined {
  const [meetingId = '', row] = commandId.split('.');
  const deciders = facts.asked.filter(
    ({ operationId, path, body, caller }) =>
      operationId === 'decideMeetingRow' &&
      path.meetingId === meetingId &&
      body?.type === 'arbitrated' &&
      String(body.row) === row &&
      caller.subject === actor,
  );
  const named = leadNamed(facts, ticketId, commandId);
  const decider = deciders.find((asked) => asked.body?.leadUnit === named) ?? deciders[0];
  return decider && { caller: decider.caller, operationId: 'arbitrate', body: bodyOf(decider) };
}

/** The lead that the ticket was given under this id. */
function leadNamed({ versions }: Facts, ticketId: string, commandId: string): string | undefined {
  const at = versions
    .get(ticketId)
    ?.find(({ record: { history } }) => history.some((entry) => entry.commandId === commandId));
  return at?.record.state.lead;
}

function bodyOf({ body }: Asked) {
  const { leadUnit, text } = body as { readonly leadUnit: string; readonly text?: string };
  return text === undefined ? { leadUnit } : { leadUnit, text };
}
