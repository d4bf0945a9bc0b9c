import { instantText } from '../../core/instant-text.ts';
import type { OwedEffect } from '../../core/record/ticket-record.ts';
import { err, ok } from '../../core/result.ts';
import { type StatusName, statusFacts } from '../../core/ticket/status.ts';
import type { DurationMs, EpochMs } from '../../core/time.ts';
import { type EffectMessage, isOfUndertaking } from '../../core/undertaking/effect-message.ts';
import { activeSecrets, type Registration } from '../../core/webhooks/registration.ts';
import type { DeliveryFailure, WebhookSender } from '../../ports/webhook-sender.ts';
import { type CloudEvent, cloudEvent } from './cloud-event.ts';
import type { EventType } from './event-data.ts';
import { postWebhook } from './post.ts';
import { undertakingEvent } from './undertaking-event.ts';
import type { WebhookFailure } from './webhook-failure.ts';

export type SenderOptions = {
  /** The CloudEvents source: this service's own address or name. */
  readonly source: string;
  readonly utcOffsetMs: DurationMs;
  /** Allows http to loopback: local hosts and tests. */
  readonly allowLocal: boolean;
};

/** Tells receivers by signed webhooks. The event's id is the effect's: receivers drop what they have seen. */
export function makeWebhookSender(options: SenderOptions): WebhookSender {
  const post = async (registration: Registration, event: CloudEvent<EventType>, at: EpochMs) => {
    const { url } = registration;
    const secrets = activeSecrets(registration, at);
    const sent = await postWebhook({ url, secrets, event, at, allowLocal: options.allowLocal });
    return sent.ok ? ok(sent.value) : err(failureOf(sent.error));
  };
  return {
    send: (registration, effect, at) => post(registration, eventOf(effect, options), at),
    test: (registration, id, at) =>
      post(
        registration,
        cloudEvent({
          id,
          source: options.source,
          type: 'cn.citywhistle.webhook.test.v1',
          subject: `webhooks/${registration.id}`,
          at,
          data: { registrationId: registration.id },
        }),
        at,
      ),
  };
}

function failureOf(failure: WebhookFailure): DeliveryFailure {
  return {
    code: failure.code,
    retryable: failure.retryable,
    gone: failure.code === 'GONE',
    ...('retryAfterSeconds' in failure && failure.retryAfterSeconds !== undefined
      ? { retryAfterSeconds: failure.retryAfterSeconds }
      : {}),
  };
}

/** The event of an effect, frozen when it was owed. */
function eventOf(effect: EffectMessage, options: SenderOptions): CloudEvent<EventType> {
  return isOfUndertaking(effect) ? undertakingEvent(effect, options) : ticketEvent(effect, options);
}

function ticketEvent(effect: OwedEffect, { source, utcOffsetMs }: SenderOptions) {
  const { id, ticketId, rev, status, lead, event, rule, overdue } = effect;
  // Before its item is known no tier runs for a ticket.
  const tier = effect.item === undefined ? {} : { tier: effect.tier };
  const dueAt = effect.dueAt === undefined ? {} : { dueAt: instantText(effect.dueAt, utcOffsetMs) };
  const leadUnit = lead === undefined ? {} : { leadUnit: lead };
  const common = {
    id,
    source,
    subject: `tickets/${ticketId}`,
    at: effect.at,
    correlationId: effect.correlationId,
  };
  if (effect.kind === 'notice') {
    const data = { ticketId, rev, notice: event, rule, unit: effect.to, status, overdue, ...tier, ...dueAt };
    return cloudEvent({ ...common, type: 'cn.citywhistle.unit.notice.v1', data });
  }
  if (effect.kind === 'callback') {
    const data = { ticketId, rev, ...tier, ...leadUnit, ...dueAt };
    return cloudEvent({ ...common, type: 'cn.citywhistle.callback.due.v1', data });
  }
  const statusType = statusFacts[status as StatusName].type;
  const data = { ticketId, rev, status, statusType, event, rule, overdue, ...tier, ...leadUnit, ...dueAt };
  return cloudEvent({ ...common, type: 'cn.citywhistle.ticket.status.v1', data });
}
