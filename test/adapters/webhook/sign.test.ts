import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { signedHeaders } from '../../../functions/adapters/webhook/sign.ts';
import { otherSecret, secret } from './sample-event.ts';

const body = JSON.stringify({ text: '望京街道 ✓' });
const now = Date.now();
const sign = (changes: { at?: number; secrets?: string[] } = {}) =>
  signedHeaders({ id: 'e5a1:7', at: now, body, secrets: [secret], ...changes });

describe('signedHeaders, checked by the reference library of Standard Webhooks', () => {
  const receiver = new Webhook(secret);

  it('is accepted by a receiver with the same secret', () => {
    expect(receiver.verify(body, sign())).toEqual({ text: '望京街道 ✓' });
  });

  it('signs as the reference library does', () => {
    expect(sign()['webhook-signature']).toBe(receiver.sign('e5a1:7', new Date(now), body));
  });

  it('signs with both secrets while a rotation is under way', () => {
    const headers = sign({ secrets: [otherSecret, secret] });

    expect(receiver.verify(body, headers)).toEqual({ text: '望京街道 ✓' });
    expect(new Webhook(otherSecret).verify(body, headers)).toEqual({ text: '望京街道 ✓' });
  });

  it.each([
    ['another secret', body, sign({ secrets: [otherSecret] }), /No matching signature/],
    ['a changed body', `${body} `, sign(), /No matching signature/],
    ['a changed id', body, { ...sign(), 'webhook-id': 'e5a1:8' }, /No matching signature/],
    ['a replay after ten minutes', body, sign({ at: now - 600_000 }), /too old/],
    [
      'a replay with a fresh time',
      body,
      { ...sign({ at: now - 600_000 }), 'webhook-timestamp': String(Math.floor(now / 1000)) },
      /No matching signature/,
    ],
  ])('is refused with %s', (_, text, headers, reason) => {
    expect(() => receiver.verify(text, headers)).toThrow(reason);
  });
});
