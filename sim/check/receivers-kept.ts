import { type DurationMs, minuteMs } from '../../functions/core/time.ts';
import type { Checker } from './checker.ts';
import type { Facts, HeardEvent } from './facts.ts';

/** A delivery that was under way, and stood still, may go by what was registered so long before. */
const underWayMs: DurationMs = 5 * minuteMs;

/** What is registered is what is done: whoever was removed hears nothing more, and every event is signed so that its receiver can tell. */
export const receiversKept: Checker = {
  name: 'receivers-kept',
  promise: 'a receiver that was removed hears nothing more, and a change of secret costs no event',
  phase: 'safety',
  atEnd: (facts) => facts.heard.flatMap((event) => [...unheard(event, facts), ...unsigned(event, facts)]),
};

function unheard({ registrationId, postedAt, effect }: HeardEvent, { asked }: Facts): readonly string[] {
  const removed = asked.find(
    ({ operationId, path, answer }) =>
      operationId === 'removeWebhook' && path.webhookId === registrationId && answer?.status === 204,
  );
  const isLate = removed !== undefined && postedAt > removed.answer!.at + underWayMs;
  return isLate ? [`${registrationId} was removed and hears ${effect.id}`] : [];
}

/**
 * A receiver checks by what its owner was told last, and while it changes over by what he was told before. A change of which
 * he has not been told, because the answer was lost, must not shut it out.
 */
function unsigned(
  { registrationId, postedAt, at, secrets, effect }: HeardEvent,
  facts: Facts,
): readonly string[] {
  const told = toldOf(registrationId, facts);
  const before = told.findLast((one) => one.at <= postedAt - underWayMs);
  const known = told.filter((one) => one.at > postedAt - underWayMs && one.at <= at);
  const accepted = [...(before === undefined ? [] : [before]), ...known];
  if (accepted.length === 0 || accepted.some(({ secret }) => secrets.includes(secret))) return [];
  return [`${registrationId} cannot tell who sent ${effect.id}`];
}

/** The secrets that a receiver's owner was told, in the order of the telling; the first of those registered beforehand. */
function toldOf(registrationId: string, { asked, registrations }: Facts) {
  const told = asked.flatMap(({ operationId, answer, path }) => {
    const body = answer?.body as Told | undefined;
    const isOwn = path.webhookId === registrationId || body?.webhook?.id === registrationId;
    return operationId.endsWith('Webhook') && isOwn && body?.secret !== undefined
      ? [{ at: answer!.at, secret: body.secret }]
      : [];
  });
  const first = registrations.get(registrationId)?.[0];
  const isAsked = asked.some(({ operationId, answer }) => {
    const body = answer?.body as Told | undefined;
    return operationId === 'registerWebhook' && body?.webhook?.id === registrationId;
  });
  const given =
    first?.registration === undefined || isAsked ? [] : [{ at: first.at, secret: first.registration.secret }];
  return [...given, ...told].toSorted((a, b) => a.at - b.at);
}

interface Told {
  readonly secret?: string;
  readonly webhook?: { readonly id: string };
}
