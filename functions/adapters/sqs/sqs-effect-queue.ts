import type { EffectQueue } from '../../ports/queues.ts';
import { effectBody } from './effect-body.ts';
import { type SqsTarget, sendEntries } from './send-entries.ts';

/** Effects in a queue of SQS. Throws for what is no effect or too large; nothing is sent then. */
export const sqsEffectQueue = (target: SqsTarget): EffectQueue => ({
  async send(effects) {
    const unsent = await sendEntries(
      target,
      effects.map((effect) => ({ body: effectBody(effect) })),
    );
    return effects.filter((_, n) => unsent.has(n)).map(({ id }) => id);
  },
});
