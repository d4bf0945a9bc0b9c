import { random01, systemClock } from '../../adapters/system.ts';
import { rememberOwners } from '../../adapters/webhook/remember-owners.ts';
import { openQueues } from './open-queues.ts';
import { makeRetryIn } from './retry-in.ts';
import type { Service } from './service.ts';
import { webhooksOf } from './webhooks-of.ts';

/** A registration made or removed elsewhere is seen by deliveries after this long. */
const registrationsKnownMs = 2_000;

/** What brings effects to their receivers. */
export function deliveryOf(service: Service) {
  const { effects, targets } = openQueues(service);
  const { webhooks, sender } = webhooksOf(service);
  return {
    telemetry: service.telemetry,
    delivery: {
      webhooks: rememberOwners(webhooks, systemClock, registrationsKnownMs),
      sender,
      effects,
      clock: systemClock,
    },
    random01,
    retryIn: makeRetryIn(targets.effects),
  };
}
