import * as z from 'zod';

const prefix = 'whsec_';
const bytesMin = 24;
const bytesMax = 64;

/** A signing secret as Standard Webhooks writes it: `whsec_` and the base64 of 24 to 64 bytes. */
export const webhookSecret = z
  .string()
  .startsWith(prefix)
  .refine((secret) => {
    const bytes = secretKey(secret);
    const isCanonical = `${prefix}${bytes.toString('base64')}` === secret;
    return isCanonical && bytes.length >= bytesMin && bytes.length <= bytesMax;
  }, `a secret is ${prefix} and the base64 of ${bytesMin} to ${bytesMax} bytes`);

/**
 * A new secret from bytes that nobody can guess; 32 are customary.
 *
 * @throws RangeError for fewer than 24 or more than 64 bytes
 */
export function makeWebhookSecret(randomBytes: Uint8Array): string {
  if (randomBytes.length < bytesMin || randomBytes.length > bytesMax) {
    throw new RangeError(`a webhook secret has ${bytesMin} to ${bytesMax} bytes, not ${randomBytes.length}`);
  }
  return `${prefix}${Buffer.from(randomBytes).toString('base64')}`;
}

/** The bytes of a valid secret, with which signatures are made. */
export const secretKey = (secret: string): Buffer => Buffer.from(secret.slice(prefix.length), 'base64');
