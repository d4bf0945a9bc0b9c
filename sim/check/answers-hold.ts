import { isDeepStrictEqual } from 'node:util';
import { showTicket } from '../../functions/usecases/show-ticket.ts';
import type { Checker } from './checker.ts';
import type { Asked, Facts } from './facts.ts';

/** Whoever is answered sees a state that the ticket was really in; a refusal does not name as accepted what it refuses. */
export const answersHold: Checker = {
  name: 'answers-hold',
  promise:
    'of two racing commands one wins; the other sees the new state, or a 409 that says what is accepted',
  phase: 'safety',
  atEnd: (facts) =>
    facts.asked.flatMap((asked) => {
      if (asked.answer === undefined || asked.ticketId === undefined) return [];
      return asked.answer.status < 300 ? seen(asked, facts) : refused(asked);
    }),
};

function seen({ n, operationId, ticketId, answer }: Asked, facts: Facts): readonly string[] {
  const view = answer?.body as { readonly rev: number } | undefined;
  if (view === undefined) return [];
  const record = facts.versions.get(ticketId!)?.find((version) => version.record.rev === view.rev)?.record;
  if (record === undefined)
    return [`#${n} ${operationId} saw revision ${view.rev}, which ${ticketId} never had`];
  const { rules } = facts.cities.get(record.rulesHash)!;
  const was = JSON.parse(JSON.stringify(showTicket(record, rules)));
  return isDeepStrictEqual(view, was) ? [] : [`#${n} ${operationId} saw ${ticketId} as it never was`];
}

function refused({ n, operationId, answer }: Asked): readonly string[] {
  const { code, accepted = [] } = (answer?.body ?? {}) as { code?: string; accepted?: string[] };
  return code === 'NOT_ACCEPTED' && accepted.includes(operationId)
    ? [`#${n} ${operationId} was refused as not accepted and named among what is`]
    : [];
}
