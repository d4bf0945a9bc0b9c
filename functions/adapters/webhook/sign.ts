import { createHmac } from 'node:crypto';
import type { EpochMs } from '../../core/time.ts';
import { secretKey } from '../../core/webhooks/webhook-secret.ts';

export type Delivery = {
  /** The same for every attempt to deliver an event: receivers de-duplicate on it. */
  readonly id: string;
  /** When this attempt is made; receivers refuse a time that is far from their own. */
  readonly at: EpochMs;
  /** The exact text that is sent. */
  readonly body: string;
  /** Valid secrets, the newest first: two while a rotation is under way. */
  readonly secrets: readonly string[];
};

/** The headers by which a receiver knows that a body is ours and fresh (Standard Webhooks 1.0, symmetric `v1`). */
export function signedHeaders({ id, at, body, secrets }: Delivery) {
  const timestamp = String(Math.floor(at / 1000));
  const signature = (secret: string): string =>
    `v1,${createHmac('sha256', secretKey(secret)).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': secrets.map(signature).join(' '),
  };
}
