import { describe, expect, it } from 'vitest';
import { makeWebhookSecret } from '../../functions/core/webhooks/webhook-secret.ts';
import type { WebhookStore } from '../../functions/ports/webhook-store.ts';
import { allPages } from './all-pages.ts';

type Stored = NonNullable<Awaited<ReturnType<WebhookStore['load']>>>;

const secretOf = (n: number) => makeWebhookSecret(new Uint8Array(32).fill(n));

const registrationOf = (id: string, changes: Partial<Stored> = {}): Stored => ({
  id,
  url: `https://hooks.example/${id}`,
  owner: 'hotline',
  kinds: ['cn.citywhistle.ticket.status.v1'],
  secret: secretOf(1),
  rev: 1,
  ...changes,
});

const ids = (rows: readonly Stored[]) => rows.map(({ id }) => id);

/** What every store of webhook registrations must do. `open` gives an empty one. */
export function webhookStoreContract(name: string, open: () => Promise<WebhookStore>): void {
  describe(name, () => {
    it('gives back a registration as it was written', async () => {
      const store = await open();
      const rotated = registrationOf('a', {
        previousSecret: { secret: secretOf(2), expiresAt: 1_793_577_600_000 },
        disabledAt: 5,
      });

      const put = await store.put(rotated);

      expect(put).toBe('saved');
      expect(await store.load('a')).toStrictEqual(rotated);
      expect(await store.load('b')).toBeUndefined();
    });

    it('writes a new id once', async () => {
      const store = await open();

      const puts = await Promise.all(
        [1, 2].map((n) => store.put(registrationOf('a', { secret: secretOf(n) }))),
      );

      expect(puts.toSorted()).toEqual(['saved', 'stale']);
      expect((await store.load('a'))?.secret).toBe(secretOf(puts.indexOf('saved') + 1));
    });

    it('changes a registration at the expected revision only', async () => {
      const store = await open();
      await store.put(registrationOf('a'));

      const puts = [
        await store.put(registrationOf('a', { rev: 2, disabledAt: 9 }), 1),
        await store.put(registrationOf('a', { rev: 2 }), 1),
        await store.put(registrationOf('b', { rev: 2 }), 1),
      ];

      expect(puts).toEqual(['saved', 'stale', 'stale']);
      expect(await store.load('a')).toStrictEqual(registrationOf('a', { rev: 2, disabledAt: 9 }));
      expect(await store.load('b')).toBeUndefined();
    });

    it('removes a registration once, from every list', async () => {
      const store = await open();
      await store.put(registrationOf('a'));

      const removals = [await store.remove('a'), await store.remove('a')];

      expect(removals).toEqual([true, false]);
      expect(await store.load('a')).toBeUndefined();
      expect(await store.ofOwner('hotline')).toEqual([]);
      expect(await store.list({ limit: 5 })).toEqual({ rows: [] });
    });

    it('lists the registrations of an owner, and of no other whose code begins alike', async () => {
      const store = await open();
      await store.put(registrationOf('c'));
      await store.put(registrationOf('a'));
      await store.put(registrationOf('b', { owner: '1101' }));
      await store.put(registrationOf('d', { owner: '110105' }));

      expect(ids(await store.ofOwner('hotline'))).toEqual(['a', 'c']);
      expect(ids(await store.ofOwner('1101'))).toEqual(['b']);
      expect(await store.ofOwner('11')).toEqual([]);
    });

    it('moves a registration to its new owner', async () => {
      const store = await open();
      await store.put(registrationOf('a'));

      await store.put(registrationOf('a', { rev: 2, owner: '110105' }), 1);

      expect(await store.ofOwner('hotline')).toEqual([]);
      expect(ids(await store.ofOwner('110105'))).toEqual(['a']);
    });

    it('lists all in pages, by owner and id', async () => {
      const store = await open();
      for (const id of ['e', 'b', 'd', 'a', 'c']) {
        await store.put(registrationOf(id, { owner: id === 'a' ? 'hotline' : '110105' }));
      }

      const pages = await allPages((page) => store.list(page), 2);

      expect(pages.map(ids)).toEqual([['b', 'c'], ['d', 'e'], ['a']]);
    });

    it('refuses a cursor it did not give out', async () => {
      const store = await open();

      await expect(store.list({ limit: 2, cursor: 'eyJ9' })).rejects.toMatchObject({ code: 'BAD_CURSOR' });
    });
  });
}
