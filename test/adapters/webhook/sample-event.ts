import { cloudEvent } from '../../../functions/adapters/webhook/cloud-event.ts';
import { makeWebhookSecret } from '../../../functions/core/webhooks/webhook-secret.ts';

export const secret = makeWebhookSecret(new Uint8Array(32).fill(7));
export const otherSecret = makeWebhookSecret(new Uint8Array(24).fill(9));

export const event = cloudEvent({
  id: 'e5a1:7',
  source: '/cities/beijing',
  type: 'cn.citywhistle.ticket.status.v1',
  subject: 'tickets/e5a1',
  at: Date.parse('2024-07-01T10:00:00.250+08:00'),
  data: {
    ticketId: 'e5a1',
    rev: 7,
    status: 'signed',
    statusType: 'open',
    event: 'signed',
    tier: '24h',
    leadUnit: '110105011',
    dueAt: '2024-07-02T10:00:00+08:00',
  },
});
