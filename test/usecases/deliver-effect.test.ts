import { describe, expect, it } from 'vitest';
import { memoryEffectQueue } from '../../functions/adapters/memory/memory-queues.ts';
import { memoryWebhookStore } from '../../functions/adapters/memory/memory-webhook-store.ts';
import type { OwedEffect } from '../../functions/core/record/ticket-record.ts';
import { err, ok } from '../../functions/core/result.ts';
import { subscribable } from '../../functions/core/webhooks/registration.ts';
import type { DeliveryFailure } from '../../functions/ports/webhook-sender.ts';
import { deliverEffect } from '../../functions/usecases/deliver-effect.ts';
import { monday } from '../support/case.ts';
import { Town } from './town.ts';

/** A platform that registered so many receivers, and what reached them. */
async function platform(receivers: number, failure?: DeliveryFailure) {
  const town = new Town();
  await town.submit();
  const effect = town.sent().find(({ kind }) => kind === 'status')!;
  const webhooks = memoryWebhookStore();
  for (let n = 1; n <= receivers; n += 1) {
    const secret = `whsec_${Buffer.alloc(32, n).toString('base64')}`;
    const url = `https://platform.example/${n}`;
    await webhooks.put({ id: `r${n}`, url, owner: 'hotline', kinds: [...subscribable], secret, rev: 1 });
  }
  const told: string[] = [];
  const effects = memoryEffectQueue();
  const deps = {
    webhooks,
    effects,
    clock: { now: () => monday },
    sender: {
      send: async ({ id }: { id: string }, { id: effectId }: OwedEffect) => {
        told.push(`${id} ${effectId}`);
        return failure === undefined ? ok({ status: 204 }) : err(failure);
      },
      test: async () => ok({ status: 204 }),
    },
  };
  return { deps, effect, effects, webhooks, told };
}

const down: DeliveryFailure = { code: 'HTTP_503', retryable: true, gone: false, retryAfterSeconds: 7 };

describe('an effect', () => {
  it('reaches the one receiver that registered for its kind', async () => {
    const { deps, effect, told } = await platform(1);

    expect(await deliverEffect(deps, effect)).toEqual(ok({ delivered: 1, fannedOut: 0 }));
    expect(told).toEqual([`r1 ${effect.id}`]);
  });

  it('is told to nobody when nobody registered, or for another kind or owner', async () => {
    const { deps, effect, told } = await platform(1);
    const nothing = ok({ delivered: 0, fannedOut: 0 });

    expect(await deliverEffect(deps, { ...effect, to: '110105' })).toEqual(nothing);
    expect(await deliverEffect(deps, { ...effect, kind: 'ledger' })).toEqual(nothing);
    expect(told).toEqual([]);
  });

  it('becomes one message for each of several receivers, each known by an id of its own', async () => {
    const { deps, effect, effects, told } = await platform(3);

    const fanned = await deliverEffect(deps, effect);
    const messages = effects.take().map(({ body }) => JSON.parse(body) as OwedEffect);
    for (const message of messages) await deliverEffect(deps, message);

    expect(fanned).toEqual(ok({ delivered: 0, fannedOut: 3 }));
    expect(told.sort()).toEqual([1, 2, 3].map((n) => `r${n} ${effect.id}.r${n}`));
  });

  it('fails whole when its messages cannot be queued, so that it comes back', async () => {
    const { deps, effect } = await platform(2);
    const stuck = { ...deps, effects: { send: async () => ['one'] } };

    expect(await deliverEffect(stuck, effect)).toMatchObject({ error: { code: 'QUEUE', retryable: true } });
  });

  it('hands a failure on with the time the receiver asked for', async () => {
    const { deps, effect, webhooks } = await platform(1, down);

    expect(await deliverEffect(deps, effect)).toEqual(err(down));
    expect((await webhooks.load('r1'))?.disabledAt).toBeUndefined();
  });

  it('switches a receiver off that is gone for good, and no longer tells it', async () => {
    const { deps, effect, webhooks, told } = await platform(1, { ...down, retryable: false, gone: true });

    expect(await deliverEffect(deps, effect)).toEqual(ok({ delivered: 0, fannedOut: 0 }));
    await deliverEffect(deps, effect);

    expect((await webhooks.load('r1'))?.disabledAt).toBe(monday);
    expect(told).toHaveLength(1);
  });
});
