import { patrolState } from '../../functions/core/early/patrol/patrol-state.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import { requestMaxMs } from '../../functions/usecases/request-max.ts';
import type { Checker } from './checker.ts';
import type { Asked, Facts } from './facts.ts';
import { isSubmission } from './is-submission.ts';

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
  if (answer === undefined) return [];
  const same = facts.asked.filter((other) => isSameKey(asked, other) && other.n !== n);
  const what = `#${n} ${operationId}`;
  if (answer.status < 300 && !unkeyed.test(operationId)) {
    const rival = same.find((other) => (other.answer?.status ?? 500) < 300 && isDifferent(asked, other));
    if (rival !== undefined) return [`${what} and #${rival.n} have one key, two bodies, and both were taken`];
  }
  const histories = historiesOf(asked, facts);
  if (histories === undefined) return [];
  const own = histories.flatMap((history) => history.find((entry) => entry.commandId === commandId) ?? []);
  const count = own.length;
  // Whoever gives a route up gives up what its last months owe as well.
  if (count > 1 && operationId !== 'retirePatrolRoute') return [`${what} stands in ${count} histories`];
  if (answer.status < 300) return count > 0 ? [] : [`${what} was taken and is not in the history`];
  const code = (answer.body as { code?: string }).code;
  // Of two copies on their way at once the first may be refused and the other come in its turn.
  const isOfCopy =
    asked.attempts > 1 && own.every(({ at }) => at <= answer.at + requestMaxMs + facts.skewMaxMs);
  return count > 0 && same.length === 0 && !isOfCopy
    ? [`${what} was refused with ${code} and is in the history`]
    : [];
}

/** Asked without a key, or of something that is so or is not (agreed, declined, done): once more is not another. */
const unkeyed = /Webhook$|^erasePersonalData$|^closeShare$|^(agree|decline|finish)Project$/;

/** A topic or a meeting is named by what it is about, a line of the lists keeps no words once it is closed. */
function isDifferent(one: Asked, other: Asked): boolean {
  const { operationId } = one;
  if (operationId === 'callMeeting' && one.body?.title !== other.body?.title) return false;
  const [is, was] = [one, other].map(({ body }) =>
    JSON.stringify(operationId === 'registerShare' ? { ...body, title: '' } : body),
  );
  return is !== was;
}

type History = readonly { readonly commandId?: string | undefined; readonly at: EpochMs }[];

/** The histories that a command may be in; `undefined` for what leaves no line in any. */
function historiesOf({ operationId, path, commandId }: Asked, facts: Facts): readonly History[] | undefined {
  const { ticketId, matterId, topicId, warningId, meetingId, routeId } = path;
  if (operationId === 'erasePersonalData') return undefined;
  if (ticketId !== undefined) return [facts.versions.get(ticketId)?.at(-1)?.record.history ?? []];
  const id = matterId ?? topicId ?? warningId ?? meetingId;
  const records = [...facts.undertakings.values()].map((revisions) => revisions.at(-1)!.record);
  if (id !== undefined) return records.filter((record) => record.id === id).map(({ history }) => history);
  if (routeId !== undefined) {
    const months = records.filter(({ kind }) => kind === 'patrol');
    return months
      .filter(({ state }) => patrolState.parse(state).route.routeId === routeId)
      .map(({ history }) => history);
  }
  if (!openings.has(operationId)) return undefined;
  return records.map(({ history }) => history).filter((history) => history[0]?.commandId === commandId);
}

const openings: ReadonlySet<string> = new Set(['openMatter', 'openPatrolRoute']);

const isSameKey = (a: Asked, b: Asked): boolean =>
  isSubmission(a.operationId) || isSubmission(b.operationId)
    ? a.operationId === b.operationId && a.ticketId === b.ticketId
    : a.commandId === b.commandId && JSON.stringify(a.path) === JSON.stringify(b.path);
