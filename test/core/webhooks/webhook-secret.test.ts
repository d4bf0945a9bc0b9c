import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  makeWebhookSecret,
  secretKey,
  webhookSecret,
} from '../../../functions/core/webhooks/webhook-secret.ts';

it('writes 24 to 64 bytes as a valid secret that gives the bytes back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 24, maxLength: 64 }), (bytes) => {
      const secret = makeWebhookSecret(bytes);

      expect(webhookSecret.safeParse(secret).success).toBe(true);
      expect(new Uint8Array(secretKey(secret))).toEqual(bytes);
    }),
    { seed: 20_260_102 },
  );
});

it.each([24, 64])('makes and takes a secret of %i bytes, as few and as many as it may have', (length) => {
  expect(webhookSecret.safeParse(makeWebhookSecret(new Uint8Array(length))).success).toBe(true);
});

it.each([0, 23, 65])('refuses to make a secret of %i bytes', (length) => {
  expect(() => makeWebhookSecret(new Uint8Array(length))).toThrow(/24 to 64 bytes/);
});

it.each([
  ['of 23 bytes', `whsec_${Buffer.alloc(23).toString('base64')}`],
  ['of 65 bytes', `whsec_${Buffer.alloc(65).toString('base64')}`],
  ['without its prefix', Buffer.alloc(32).toString('base64')],
  ['that is not base64', `whsec_${'*'.repeat(44)}`],
  ['with a blank in it', `whsec_${Buffer.alloc(32).toString('base64')} `],
])('refuses a secret %s', (_, secret) => {
  expect(webhookSecret.safeParse(secret).success).toBe(false);
});
