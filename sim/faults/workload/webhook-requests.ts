import { subscribable } from '../../../functions/core/webhooks/registration.ts';
import type { Facts } from '../../check/facts.ts';
import { oneOf } from './one-of.ts';
import type { Op } from './op.ts';
import { operator } from './staff-of.ts';
import type { Wanted } from './wanted.ts';

const owners = ['hotline', 'daanshan', 'fangshan-police', 'fangshan', 'beijing', 'urban'] as const;

/** One more receiver of events, of all or of some. */
export const newWebhook = ({ n, a, b }: Op): Wanted => ({
  operationId: 'registerWebhook',
  caller: operator,
  key: `webhook-${n}`,
  path: {},
  body: {
    url: `https://receiver-${n}.example/events`,
    owner: oneOf(owners, a),
    kinds: b % 2 === 0 ? [...subscribable] : subscribable.filter((_, i) => i % 2 === b % 3),
  },
});

/** A receiver that is there is given another secret, tried out or removed, while word is owed to it. */
export function onWebhook({ n, pick, ticket }: Op, facts: Facts): Wanted | undefined {
  const registered = [...facts.registrations.keys()];
  const webhookId = oneOf(registered, ticket);
  if (webhookId === undefined) return undefined;
  const operationId = oneOf(
    ['rotateWebhook', 'rotateWebhook', 'rotateWebhook', 'removeWebhook', 'testWebhook'],
    pick,
  ) as 'rotateWebhook';
  return { operationId, caller: operator, key: `step-${n}`, path: { webhookId }, body: undefined };
}
