import { describe, expect, it } from 'vitest';
import { makeWebhookSender } from '../../../functions/adapters/webhook/webhook-sender.ts';
import type { OwedEffect } from '../../../functions/core/record/ticket-record.ts';
import type { Registration } from '../../../functions/core/webhooks/registration.ts';
import { answering, startReceiver } from './receiver.ts';

const ticketId = '0'.repeat(32);
const effect: OwedEffect = {
  id: `${ticketId}.1`,
  kind: 'status',
  to: 'hotline',
  event: 'submitted',
  at: 1_795_000_000_000,
  rule: 'intake',
  ticketId,
  rev: 1,
  status: 'submitted',
  tier: 'emergency',
  overdue: false,
};
const secret = `whsec_${Buffer.alloc(32, 1).toString('base64')}`;
const sender = makeWebhookSender({ source: '/cities/beijing', utcOffsetMs: 8 * 3_600_000, allowLocal: true });

describe('the event of a ticket', () => {
  it.each(['status', 'notice', 'callback'] as const)(
    'tells a tier once an item is known, and none before (%s)',
    async (kind) => {
      await using receiver = await startReceiver(answering(204));
      const registration: Registration = {
        id: 'r',
        url: receiver.url,
        owner: 'hotline',
        kinds: [],
        secret,
      };

      await sender.send(registration, { ...effect, kind }, effect.at);
      await sender.send(registration, { ...effect, kind, item: '0101-01' }, effect.at);

      const told = receiver.received.map(({ body }) => JSON.parse(body).data);
      expect(told[0]).not.toHaveProperty('tier');
      expect(told[1]).toHaveProperty('tier', 'emergency');
    },
  );
});
