import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { retryDelaySeconds } from '../adapters/webhook/backoff.ts';
import { effectMessage } from '../core/undertaking/effect-message.ts';
import type { Telemetry } from '../http/observability.ts';
import { type DeliveryDeps, deliverEffect } from '../usecases/deliver-effect.ts';
import { consumeBatch, receivesOf } from './batch/consume-batch.ts';
import { NotDelivered } from './batch/not-delivered.ts';
import { atColdStart } from './wiring/at-cold-start.ts';
import { deliveryOf } from './wiring/delivery-of.ts';

export interface DeliverDeps {
  readonly delivery: DeliveryDeps;
  readonly telemetry: Telemetry;
  random01(): number;
  /** Lets a message come back after so many seconds instead of the queue's own time. */
  retryIn(record: SQSRecord, seconds: number): Promise<void>;
}

/** Brings owed effects to whoever registered for them; a receiver that is down is tried again, ever more seldom. */
export const makeHandler = (deps: DeliverDeps) => (event: SQSEvent) =>
  consumeBatch(event, deps.telemetry, async (record) => {
    const effect = effectMessage.parse(JSON.parse(record.body));
    const { id: effectId, correlationId } = effect;
    const ticketId = 'ticketId' in effect ? effect.ticketId : effect.undertakingId;
    const followed = correlationId === undefined ? {} : { correlationId };
    const facts = { effectId, ticketId, ...followed, receives: receivesOf(record) };
    const told = await deliverEffect(deps.delivery, effect);
    if (told.ok) {
      if (told.value.delivered > 0) deps.telemetry.info('delivered', facts);
      deps.telemetry.measure('EffectsDelivered', told.value.delivered);
      return;
    }
    const { code, retryable, retryAfterSeconds = 0 } = told.error;
    deps.telemetry.warn('not delivered', { ...facts, code });
    const backOff = retryDelaySeconds(facts.receives, deps.random01());
    if (retryable) await deps.retryIn(record, Math.max(backOff, retryAfterSeconds));
    throw new NotDelivered(code);
  });

export const handler = await atColdStart((service) => makeHandler(deliveryOf(service)));
