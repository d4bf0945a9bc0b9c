import { privateMark, privatePhoneStart } from '../faults/workload/private-words.ts';
import type { Checker } from './checker.ts';
import type { Facts } from './facts.ts';
import { isSubmission } from './is-submission.ts';

/** Nothing of what citizens or officers wrote leaves the service in messages and log lines; what was erased is gone. */
export const privateKept: Checker = {
  name: 'private-kept',
  promise: 'no personal data in logs and queues; contact data can be erased',
  phase: 'safety',
  atEnd: async (facts) => {
    const leaks = facts.emitted.filter(
      (text) => text.includes(privateMark) || text.includes(privatePhoneStart),
    );
    const kept = await Promise.all([...facts.erasedAt].map(([id, at]) => keptOf(id, at, facts)));
    return [
      ...leaks.slice(0, 1).map((text) => `personal data goes out: ${text.slice(0, 200)}`),
      ...kept.flat(),
    ];
  },
};

/**
 * What is still there of a request that was erased and acknowledged as erased. A note that reached the table only after
 * its own sender had been answered is excused: nobody was there any more to take it back.
 */
async function keptOf(ticketId: string, erasedAt: number, facts: Facts): Promise<readonly string[]> {
  const { asked, store } = facts;
  const isTold = asked.some(
    ({ operationId, ticketId: of, answer }) =>
      operationId === 'erasePersonalData' && of === ticketId && answer?.status === 204,
  );
  if (!isTold) return [];
  const request = await store.loadRequest(ticketId);
  const { rows } = await store.notes(ticketId, { limit: 100 });
  const old = rows.filter(({ id, at }) => at < erasedAt && !isStraggler(id, ticketId, facts));
  return [
    ...(request?.body === undefined ? [] : [`${ticketId} was erased and its request is there`]),
    ...old.map(({ id, at }) => `${ticketId} was erased at ${erasedAt} and has the note ${id} of ${at}`),
  ];
}

function isStraggler(noteId: string, ticketId: string, { notes, asked }: Facts): boolean {
  const putAt = notes.get(ticketId)?.findLast(({ note }) => note.id === noteId)?.at ?? 0;
  const senders = asked.filter(
    (one) =>
      one.ticketId === ticketId &&
      (noteId === 'submit' ? isSubmission(one.operationId) : one.commandId === noteId),
  );
  return senders.every(
    ({ answer, isAbandoned }) => isAbandoned || (answer !== undefined && answer.at < putAt),
  );
}
