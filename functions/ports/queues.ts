import type { EffectMessage } from '../core/undertaking/effect-message.ts';

/** Wakes tickets to the second. Only the fast path: a lost message costs at most one sweep. */
export interface WakeQueue {
  /** Sends each wake with its delay (at most 900 s). Returns the ticket ids that could not be sent. */
  send(
    wakes: readonly { readonly ticketId: string; readonly delaySeconds: number }[],
  ): Promise<readonly string[]>;
}

/** Carries owed effects to their receivers, at least once. */
export interface EffectQueue {
  /** Returns the ids of the effects that could not be sent: those stay owed. */
  send(effects: readonly EffectMessage[]): Promise<readonly string[]>;
}
