import { describe, expect, it } from 'vitest';
import { memoryWebhookStore } from '../../../functions/adapters/memory/memory-webhook-store.ts';
import { rememberOwners } from '../../../functions/adapters/webhook/remember-owners.ts';
import { secret } from './sample-event.ts';

const registration = {
  id: 'w1',
  url: 'https://example.org/hook',
  owner: 'hotline' as const,
  kinds: ['cn.citywhistle.ticket.status.v1' as const],
  secret,
  rev: 1,
};

describe('remembered registrations', () => {
  const remembered = () => {
    const store = memoryWebhookStore();
    const clock = { at: 1_000, now: () => clock.at };
    return { store, clock, webhooks: rememberOwners(store, clock, 2_000) };
  };

  it('are asked for again once their time is over', async () => {
    const { store, clock, webhooks } = remembered();
    expect(await webhooks.ofOwner('hotline')).toEqual([]);
    await store.put(registration);

    clock.at += 1_999;
    const before = await webhooks.ofOwner('hotline');
    clock.at += 1;
    const after = await webhooks.ofOwner('hotline');

    expect(before).toEqual([]);
    expect(after.map(({ id }) => id)).toEqual(['w1']);
  });

  it('are forgotten when they are changed here', async () => {
    const { webhooks } = remembered();
    await webhooks.put(registration);
    await webhooks.ofOwner('hotline');

    await webhooks.put({ ...registration, disabledAt: 5, rev: 2 }, 1);

    expect((await webhooks.ofOwner('hotline'))[0]?.disabledAt).toBe(5);
  });
});
