import { err, ok, type Result } from '../../../functions/core/result.ts';
import { type EpochMs, secondMs } from '../../../functions/core/time.ts';
import type { EffectMessage } from '../../../functions/core/undertaking/effect-message.ts';
import { activeSecrets, type Registration } from '../../../functions/core/webhooks/registration.ts';
import type { DeliveryFailure, WebhookSender } from '../../../functions/ports/webhook-sender.ts';
import type { HeardEvent } from '../../check/facts.ts';
import type { Stream } from '../../engine/stream.ts';
import type { Faults } from '../chance/faults.ts';
import type { Agenda } from '../engine/agenda.ts';
import type { Process } from '../functions/process.ts';

/** A receiver has this long before it is given up. */
const answerWithinMs = 10 * secondMs;
const slowMaxMs = 20 * secondMs;
const quickMaxMs = 200;
const retryAfterMaxSeconds = 120;

/** Those who registered for events: slow, down, deaf to their own answers, or gone for good. */
export class Receivers {
  readonly heard: HeardEvent[] = [];
  readonly gone = new Set<string>();
  private readonly agenda: Agenda;
  private readonly faults: Faults;
  private readonly stream: Stream;

  constructor(agenda: Agenda, faults: Faults, stream: Stream) {
    this.agenda = agenda;
    this.faults = faults;
    this.stream = stream;
  }

  /** The sender of webhooks as one function instance has it. */
  senderOf(process: Process): WebhookSender {
    return {
      send: (registration, effect, at) => this.post(process, registration, { effect, at }),
      test: (registration) => this.post(process, registration),
    };
  }

  private post(
    process: Process,
    registration: Registration,
    posted?: { readonly effect: EffectMessage; readonly at: EpochMs },
  ): Promise<Result<{ status: number }, DeliveryFailure>> {
    const { agenda, faults, stream } = this;
    if (faults.comes('crashBefore')) {
      process.die();
      return new Promise(() => undefined);
    }
    const { id: registrationId } = registration;
    const postedAt = agenda.now;
    const takesMs = 1 + stream.below(faults.comes('receiverSlow') ? slowMaxMs : quickMaxMs);
    if (faults.comes('receiverGone')) this.gone.add(registrationId);
    return new Promise((resolve) => {
      const answer = (result: Result<{ status: number }, DeliveryFailure>, afterMs: number) =>
        agenda.in(afterMs, () => {
          if (faults.comes('crashAfter')) process.die();
          if (process.isAlive) resolve(result);
        });
      if (this.gone.has(registrationId)) return answer(err(goneFailure), takesMs);
      if (faults.comes('receiverDown')) return answer(err(this.unavailable()), takesMs);
      agenda.in(takesMs, () => {
        if (posted === undefined) return;
        const secrets = activeSecrets(registration, posted.at);
        this.heard.push({ registrationId, effect: posted.effect, postedAt, at: agenda.now, secrets });
      });
      const isDeaf = takesMs > answerWithinMs || faults.comes('receiverDeaf');
      if (isDeaf) answer(err(timedOut), answerWithinMs);
      else answer(ok({ status: 204 }), takesMs + 1);
    });
  }

  private unavailable(): DeliveryFailure {
    const retryAfterSeconds = this.stream.below(retryAfterMaxSeconds);
    return { code: 'UNAVAILABLE', retryable: true, gone: false, retryAfterSeconds };
  }
}

const goneFailure: DeliveryFailure = { code: 'GONE', retryable: false, gone: true };
const timedOut: DeliveryFailure = { code: 'TIMED_OUT', retryable: true, gone: false };
