import { type EffectMessage, effectMessage } from '../../core/undertaking/effect-message.ts';

/** Far more than an effect's codes and instants need: a larger one carries something it should not. */
const effectBytesMax = 4_096;

/**
 * The body of an effect message: the fields of an effect and no others.
 *
 * @throws ZodError for what is no effect; RangeError for one that is too large
 */
export function effectBody(effect: EffectMessage): string {
  const body = JSON.stringify(effectMessage.parse(effect));
  const bytes = Buffer.byteLength(body);
  if (bytes > effectBytesMax) {
    throw new RangeError(`effect ${effect.id} has ${bytes} bytes; a message has at most ${effectBytesMax}`);
  }
  return body;
}
