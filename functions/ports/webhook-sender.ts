import type { Result } from '../core/result.ts';
import type { EpochMs } from '../core/time.ts';
import type { EffectMessage } from '../core/undertaking/effect-message.ts';
import type { Registration } from '../core/webhooks/registration.ts';

/** Why a receiver was not reached. `gone`: it will never be; `retryable`: later it may. */
export type DeliveryFailure = {
  readonly code: string;
  readonly retryable: boolean;
  readonly gone: boolean;
  readonly retryAfterSeconds?: number;
};

/** Tells one receiver of one event. */
export interface WebhookSender {
  send(
    registration: Registration,
    effect: EffectMessage,
    at: EpochMs,
  ): Promise<Result<{ status: number }, DeliveryFailure>>;
  /** A harmless event, to see whether the receiver is there and its secret is right. */
  test(
    registration: Registration,
    id: string,
    at: EpochMs,
  ): Promise<Result<{ status: number }, DeliveryFailure>>;
}
