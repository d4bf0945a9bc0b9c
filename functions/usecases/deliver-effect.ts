import { err, ok, type Result } from '../core/result.ts';
import { type EffectMessage, isOfUndertaking } from '../core/undertaking/effect-message.ts';
import type { Registration } from '../core/webhooks/registration.ts';
import type { Clock } from '../ports/clock.ts';
import type { EffectQueue } from '../ports/queues.ts';
import type { DeliveryFailure, WebhookSender } from '../ports/webhook-sender.ts';
import type { WebhookStore } from '../ports/webhook-store.ts';

export interface DeliveryDeps {
  readonly webhooks: WebhookStore;
  readonly sender: WebhookSender;
  readonly effects: EffectQueue;
  readonly clock: Clock;
}

/** `delivered` receivers were told now; `fannedOut` messages were queued, one a receiver. */
export type Delivered = { readonly delivered: number; readonly fannedOut: number };

/**
 * Brings an effect to whoever registered for it. With several receivers it becomes one message each, so that one that is
 * down does not make the others hear everything again. A failure is returned: the message then comes back after a while
 * and ends in the dead-letter queue. A receiver that is gone for good is switched off.
 */
export async function deliverEffect(
  deps: DeliveryDeps,
  effect: EffectMessage,
): Promise<Result<Delivered, DeliveryFailure>> {
  const receivers = (await deps.webhooks.ofOwner(effect.to)).filter((registration) =>
    wants(registration, effect),
  );
  if (receivers.length > 1) return fanOut(deps, effect, receivers);
  const receiver = receivers[0];
  if (receiver === undefined) return ok({ delivered: 0, fannedOut: 0 });
  const now = deps.clock.now();
  const sent = await deps.sender.send(receiver, effect, now);
  if (sent.ok) return ok({ delivered: 1, fannedOut: 0 });
  if (!sent.error.gone) return sent;
  await deps.webhooks.put({ ...receiver, disabledAt: now, rev: receiver.rev + 1 }, receiver.rev);
  return ok({ delivered: 0, fannedOut: 0 });
}

/** The event type an effect is told as. */
const eventTypeOf = {
  status: 'cn.citywhistle.ticket.status.v1',
  notice: 'cn.citywhistle.unit.notice.v1',
  callback: 'cn.citywhistle.callback.due.v1',
} as const;

const undertakingTypeOf = {
  status: 'cn.citywhistle.undertaking.status.v1',
  notice: 'cn.citywhistle.undertaking.notice.v1',
} as const;

function wants({ id, kinds, disabledAt }: Registration, effect: EffectMessage): boolean {
  const { registrationId } = effect;
  const type = typeOf(effect);
  if (type === undefined || disabledAt !== undefined) return false;
  return kinds.includes(type) && (registrationId === undefined || registrationId === id);
}

function typeOf(effect: EffectMessage) {
  if (isOfUndertaking(effect)) return undertakingTypeOf[effect.kind];
  return effect.kind in eventTypeOf ? eventTypeOf[effect.kind as keyof typeof eventTypeOf] : undefined;
}

async function fanOut(
  { effects }: DeliveryDeps,
  effect: EffectMessage,
  receivers: readonly Registration[],
): Promise<Result<Delivered, DeliveryFailure>> {
  const messages = receivers.map(({ id }) => ({ ...effect, id: `${effect.id}.${id}`, registrationId: id }));
  const unsent = await effects.send(messages);
  if (unsent.length > 0) return err({ code: 'QUEUE', retryable: true, gone: false });
  return ok({ delivered: 0, fannedOut: messages.length });
}
