import { createHash } from 'node:crypto';
import { dynamoTicketStore } from '../../adapters/dynamodb/dynamo-ticket-store.ts';
import { systemClock } from '../../adapters/system.ts';
import type { EffectQueue, WakeQueue } from '../../ports/queues.ts';
import type { Deps } from '../../usecases/deps.ts';
import { makeRulesOf } from './rules-of.ts';
import type { Service } from './service.ts';

interface Queues {
  readonly wakes: WakeQueue;
  readonly effects: EffectQueue;
}

/** Tickets in the table, woken and told of through the queues. */
export function ticketsOf({ table, city, telemetry }: Service, { wakes, effects }: Queues): Deps {
  const store = dynamoTicketStore(table);
  return {
    store,
    wakes,
    effects,
    clock: systemClock,
    city,
    rulesOf: makeRulesOf(store, city.rules),
    deferred: (ticketId, cause) => {
      telemetry.warn('deferred', { ticketId }, cause);
      telemetry.measure('EffectsDeferred', 1);
    },
    digest: (text) => createHash('sha256').update(text).digest('hex'),
  };
}

const refuse = (): never => {
  throw new Error('this function only reads: it has no queue to send to');
};

/** For a function that only reads: it brings no queue client, and sending is a mistake of the code. */
export const noQueues: Queues = { wakes: { send: refuse }, effects: { send: refuse } };
