import type { Checker } from './checker.ts';
import type { Asked, Facts } from './facts.ts';

/** One key, one effect: what was answered with yes is in the history once, what was answered with no is not in it. */
export const commandsOnce: Checker = {
  name: 'commands-once',
  promise: 'a retried command has one effect, and what is answered is what was done',
  phase: 'safety',
  onWrite: ({ before, after }) => {
    const known = new Set(before?.history.map(({ commandId }) => commandId));
    const fresh = after.history.slice(before?.history.length ?? 0);
    return fresh
      .filter(({ commandId }) => commandId !== undefined && known.has(commandId))
      .map(({ n, event, commandId }) => `${after.id} does command ${commandId} again: entry ${n}, ${event}`);
  },
  onUndertaking: ({ before, after }) => {
    const known = new Set(before?.history.map(({ commandId }) => commandId));
    return after.history
      .slice(before?.history.length ?? 0)
      .filter(({ commandId }) => commandId !== undefined && known.has(commandId))
      .map(({ n, event, commandId }) => `${after.id} does command ${commandId} again: entry ${n}, ${event}`);
  },
  atEnd: (facts) => facts.asked.flatMap((asked) => heldTo(asked, facts)),
};

function heldTo(asked: Asked, facts: Facts): readonly string[] {
  const { operationId, answer, commandId, n } = asked;
  if (answer === undefined || operationId === 'publishBoard' || operationId === 'erasePersonalData')
    return [];
  const same = facts.asked.filter((other) => isSameKey(asked, other) && other.n !== n);
  const differing = same.filter((other) => JSON.stringify(other.body) !== JSON.stringify(asked.body));
  const what = `#${n} ${operationId}`;
  if (answer.status < 300) {
    const rival = differing.find((other) => (other.answer?.status ?? 500) < 300);
    if (rival !== undefined) return [`${what} and #${rival.n} have one key, two bodies, and both were taken`];
  }
  if (operationId === 'submitTicket') return [];
  const history: readonly { readonly commandId?: string | undefined }[] = historyOf(asked, facts);
  const isDone = history.some((entry) => entry.commandId === commandId);
  if (answer.status < 300) return isDone ? [] : [`${what} was taken and is not in the history`];
  const code = (answer.body as { code?: string }).code;
  return isDone && same.length === 0 ? [`${what} was refused with ${code} and is in the history`] : [];
}

/** The history that the command should be in: a ticket's, or that of its matter. */
function historyOf(
  { ticketId = '', path, operationId, commandId }: Asked,
  { versions, undertakings }: Facts,
) {
  if (path.matterId === undefined && operationId !== 'openMatter')
    return versions.get(ticketId)?.at(-1)?.record.history ?? [];
  const matters = [...undertakings.values()].map((revisions) => revisions.at(-1)!.record);
  const matter = matters.find(
    ({ id, history }) => id === path.matterId || history[0]?.commandId === commandId,
  );
  return matter?.history ?? [];
}

const isSameKey = (a: Asked, b: Asked): boolean =>
  a.operationId === 'submitTicket' || b.operationId === 'submitTicket'
    ? a.operationId === b.operationId && a.key === b.key
    : a.commandId === b.commandId && a.ticketId === b.ticketId && a.path.matterId === b.path.matterId;
