import { type Checker, standing } from './checker.ts';
import { importedRows } from './imported-rows.ts';
import { isSubmission } from './is-submission.ts';

/** An acknowledged request is there, as it was sent; one key has one ticket. */
export const requestsKept: Checker = {
  name: 'requests-kept',
  promise: 'an acknowledged request is never lost; the same key never makes two tickets',
  phase: 'safety',
  atEnd: (facts) => {
    const lost = facts.asked
      .filter(({ operationId, answer }) => isSubmission(operationId) && (answer?.status ?? 500) < 300)
      .flatMap(({ key, ticketId, answer }) => {
        const told = (answer?.body as { ticketId?: string } | undefined)?.ticketId;
        if (told !== ticketId) return [`request ${key} was answered with ticket ${told}, not ${ticketId}`];
        if (!facts.requests.has(told!)) return [`request ${key} was acknowledged and is not stored`];
        return facts.versions.has(told!) ? [] : [`request ${key} was acknowledged and has no ticket`];
      });
    const rows = importedRows(facts).flatMap(({ asked, ticketId, body, told }) => {
      if ((told?.status ?? 500) >= 300) return [];
      const isThere = facts.requests.has(ticketId) && facts.versions.has(ticketId);
      return isThere && told?.ticketId === ticketId
        ? []
        : [`row ${body.sourceKey} of import ${asked.key} was acknowledged and has no ticket`];
    });
    const ids = new Map<string, string>();
    const twice = standing(facts).flatMap(({ id, source, sourceKey }) => {
      const key = `${source} ${sourceKey}`;
      const other = ids.get(key);
      ids.set(key, id);
      return other === undefined ? [] : [`${key} has the tickets ${other} and ${id}`];
    });
    return [...lost, ...rows, ...twice];
  },
};
