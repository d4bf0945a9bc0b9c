import { randomBytes, randomId, systemClock } from '../../adapters/system.ts';
import { openQueues } from './open-queues.ts';
import type { Service } from './service.ts';
import { sqsDeadLetters } from './sqs-dead-letters.ts';
import { ticketsOf } from './tickets-of.ts';
import { webhooksOf } from './webhooks-of.ts';

/** What operators manage: receivers of webhooks, dead letters, personal data. */
export function manageOf(service: Service) {
  const queues = openQueues(service);
  const { effects, effectDeadLetters } = queues.targets;
  return {
    ...webhooksOf(service),
    tickets: ticketsOf(service, queues),
    clock: systemClock,
    randomId,
    randomBytes,
    deadLetters: sqsDeadLetters(effectDeadLetters, effects),
  };
}
