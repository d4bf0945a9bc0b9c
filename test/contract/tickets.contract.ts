import { describe, expect, it } from 'vitest';
import { ticketFormat } from '../../functions/core/record/ticket-record.ts';
import { NewerFormat } from '../../functions/ports/newer-format.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import {
  biggestRecordOf,
  effectOf,
  endedOf,
  entryOf,
  hour,
  idOf,
  openedAt,
  recordOf,
} from './sample-record.ts';

/** What a store does with tickets. */
export function ticketsContract(open: () => Promise<TicketStore>): void {
  describe('tickets', () => {
    it('gives back a ticket as it was written, without what it does not have', async () => {
      const store = await open();
      const bare = recordOf(2, { state: { item: undefined, lead: undefined, dueAt: undefined }, owed: [] });

      await store.create(recordOf(1));
      await store.create(bare);

      expect(await store.load(idOf(1))).toStrictEqual(recordOf(1));
      expect(await store.load(idOf(2))).toEqual(bare);
      expect((await store.load(idOf(2)))?.state).not.toHaveProperty('dueAt');
      expect(await store.load(idOf(3))).toBeUndefined();
    });

    it('creates a ticket once', async () => {
      const store = await open();

      const writes = await Promise.all([1, 2, 3].map((rev) => store.create(recordOf(1, { rev }))));

      expect(writes.toSorted()).toEqual(['created', 'exists', 'exists']);
      expect((await store.load(idOf(1)))?.rev).toBe(writes.indexOf('created') + 1);
    });

    it('lets exactly one of many racing saves win', async () => {
      const store = await open();
      await store.create(recordOf(1));
      const tiers = ['h2', 'h24', 'd7', 'd15', 'd30'];

      const writes = await Promise.all(
        tiers.map((tier) => store.save(recordOf(1, { rev: 2, state: { tier } }), 1)),
      );

      expect(writes.filter((write) => write === 'saved')).toHaveLength(1);
      expect(writes.filter((write) => write === 'stale')).toHaveLength(4);
      expect((await store.load(idOf(1)))?.state.tier).toBe(tiers[writes.indexOf('saved')]);
    });

    it('saves over no other revision than the expected, and over no missing ticket', async () => {
      const store = await open();
      await store.create(recordOf(1, { rev: 5 }));

      const writes = [
        await store.save(recordOf(1, { rev: 5 }), 4),
        await store.save(recordOf(1, { rev: 7 }), 6),
        await store.save(recordOf(2, { rev: 2 }), 1),
      ];

      expect(writes).toEqual(['stale', 'stale', 'stale']);
      expect(await store.load(idOf(1))).toStrictEqual(recordOf(1, { rev: 5 }));
      expect(await store.load(idOf(2))).toBeUndefined();
    });

    it('clears what is owed and changes nothing else but the wake-up and the revision', async () => {
      const store = await open();
      const record = recordOf(1, { owed: [effectOf(idOf(1), 1), effectOf(idOf(1), 2)] });
      await store.create(record);
      const next = { rev: 2, owed: [effectOf(idOf(1), 2)], wakeAt: openedAt + hour };

      const cleared = await store.clearOwed(idOf(1), 1, next);

      expect(cleared).toBe('saved');
      expect(await store.load(idOf(1))).toStrictEqual({ ...record, ...next });
    });

    it('leaves no wake-up when the clearing write names none', async () => {
      const store = await open();
      await store.create(recordOf(1));

      await store.clearOwed(idOf(1), 1, { rev: 2, owed: [] });

      const { wakeAt: _, ...rest } = recordOf(1, { rev: 2, owed: [] });
      expect(await store.load(idOf(1))).toStrictEqual(rest);
    });

    it('does not clear a ticket that has moved on', async () => {
      const store = await open();
      await store.create(recordOf(1));
      await store.save(recordOf(1, { rev: 2 }), 1);

      const writes = [
        await store.clearOwed(idOf(1), 1, { rev: 2, owed: [] }),
        await store.clearOwed(idOf(2), 1, { rev: 2, owed: [] }),
      ];

      expect(writes).toEqual(['stale', 'stale']);
      expect(await store.load(idOf(1))).toStrictEqual(recordOf(1, { rev: 2 }));
      expect(await store.load(idOf(2))).toBeUndefined();
    });

    it('drops what a later revision does not have', async () => {
      const store = await open();
      const suspended = recordOf(1, { elderId: idOf(9), state: { supervisor: '110105' } });
      await store.create(suspended);

      await store.save(endedOf(recordOf(1)), 1);

      expect(await store.load(idOf(1))).toStrictEqual(endedOf(recordOf(1)));
    });

    it('refuses to read a ticket of a newer format', async () => {
      const store = await open();
      await store.create(recordOf(1, { format: ticketFormat + 1 }));

      const read = store.load(idOf(1));

      await expect(read).rejects.toBeInstanceOf(NewerFormat);
      await expect(read).rejects.toMatchObject({ code: 'NEWER_FORMAT' });
    });

    it('keeps a ticket with the longest history, most summonses and most helpers', async () => {
      const store = await open();
      const big = biggestRecordOf(1);

      await store.create(big);
      await store.save({ ...big, rev: 2 }, 1);

      expect(await store.load(idOf(1))).toStrictEqual({ ...big, rev: 2 });
    });

    it('shares nothing with its callers', async () => {
      const store = await open();
      const record = recordOf(1);
      await store.create(record);

      record.state.tier = 'changed by the writer';
      (await store.load(idOf(1)))!.history.push(entryOf(3));

      expect(await store.load(idOf(1))).toStrictEqual(recordOf(1));
    });

    it.each([Number.POSITIVE_INFINITY, Number.NaN])(
      'throws on %s, which no table can hold',
      async (number) => {
        const store = await open();

        await expect(store.create(recordOf(1, { state: { limitMs: number } }))).rejects.toThrow();

        expect(await store.load(idOf(1))).toBeUndefined();
      },
    );

    it.each(['', 'a#b'])('throws on the id %j, which could be taken for another key', async (id) => {
      const store = await open();

      await expect(store.create({ ...recordOf(1), id })).rejects.toThrow(RangeError);
    });
  });
}
