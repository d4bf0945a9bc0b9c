import { describe, expect, it } from 'vitest';
import {
  type UndertakingRecord,
  undertakingFormat,
} from '../../functions/core/undertaking/undertaking-record.ts';
import { NewerFormat } from '../../functions/ports/newer-format.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { wakeShards } from '../../functions/ports/ticket-store.ts';
import { allPages, allRows } from './all-pages.ts';
import { hour, openedAt, recordOf } from './sample-record.ts';

const idOf = (n: number) => `matter_${n.toString(16).padStart(32, '0')}`;

function undertakingOf(n: number, changes: Partial<UndertakingRecord> = {}): UndertakingRecord {
  const at = openedAt + n;
  return {
    format: undertakingFormat,
    id: idOf(n),
    kind: 'matter',
    rev: 1,
    rulesHash: 'rules-1',
    openedAt: at,
    lastAt: at,
    status: 'atWork',
    isOpen: true,
    overdue: false,
    item: 'water.supply.burst-pipe',
    state: { title: '同一处爆管', members: [{ a: 1 }] },
    history: [{ n: 1, at, event: 'opened', by: '110101', rule: 'early.matter', commandId: 'c-1' }],
    owed: [
      {
        id: `${idOf(n)}.1.0`,
        kind: 'notice',
        to: '110101017',
        event: 'opened',
        at,
        rule: 'early.matter',
        undertakingId: idOf(n),
        undertaking: 'matter',
        rev: 1,
        status: 'atWork',
        isOpen: true,
      },
    ],
    lists: ['matter', 'matter/110101'],
    listsOwed: ['matter', 'matter/110101'],
    wakeAt: at + hour,
    owner: '110101017',
    actBy: at + 2 * hour,
    ...changes,
  };
}

/** Everything the wake index holds up to `until`. */
async function dueUntil(store: TicketStore, until: number) {
  const shards = Array.from({ length: wakeShards }, (_, shard) => shard);
  const rows = await Promise.all(shards.map((shard) => allRows((page) => store.due(shard, until, page))));
  return rows.flat();
}

/** What a store does with what a city undertakes beside tickets. */
export function undertakingsContract(open: () => Promise<TicketStore>): void {
  describe('undertakings', () => {
    it('are given back as they were written, and made once', async () => {
      const store = await open();
      const record = undertakingOf(1);

      const made = await Promise.all([store.createUndertaking(record), store.createUndertaking(record)]);

      expect(made.toSorted()).toEqual(['created', 'exists']);
      expect(await store.loadUndertaking(record.id)).toStrictEqual(record);
      expect(await store.loadUndertaking(idOf(2))).toBeUndefined();
    });

    it('are changed at the expected revision only', async () => {
      const store = await open();
      await store.createUndertaking(undertakingOf(1));

      const writes = [
        await store.saveUndertaking(undertakingOf(1, { rev: 2, status: 'closing' }), 1),
        await store.saveUndertaking(undertakingOf(1, { rev: 2, status: 'closed' }), 1),
        await store.saveUndertaking(undertakingOf(2, { rev: 2 }), 1),
      ];

      expect(writes).toEqual(['saved', 'stale', 'stale']);
      expect((await store.loadUndertaking(idOf(1)))?.status).toBe('closing');
      expect(await store.loadUndertaking(idOf(2))).toBeUndefined();
    });

    it('stand in the wake index and on their owner’s worklist beside tickets, until they have ended', async () => {
      const store = await open();
      await store.create(recordOf(7, { owner: '110101017', actBy: openedAt + hour }));
      const record = undertakingOf(1);
      await store.createUndertaking(record);
      const { wakeAt, owner: _, actBy: __, ...quiet } = record;

      const due = await dueUntil(store, wakeAt!);
      const listed = await allRows((page) => store.worklist('110101017', page));
      await store.saveUndertaking({ ...quiet, rev: 2, isOpen: false, status: 'closed' }, 1);

      expect(due).toContainEqual({ ticketId: record.id, wakeAt });
      expect(listed).toHaveLength(2);
      expect(listed[1]).toStrictEqual({
        ticketId: record.id,
        status: 'atWork',
        tier: 'matter',
        item: 'water.supply.burst-pipe',
        openedAt: record.openedAt,
        actBy: record.actBy,
        overdue: false,
      });
      expect((await dueUntil(store, wakeAt!)).map(({ ticketId }) => ticketId)).not.toContain(record.id);
      expect(await allRows((page) => store.worklist('110101017', page))).toHaveLength(1);
    });

    it('are listed latest first in pages, and leave a list when a later revision says so', async () => {
      const store = await open();
      for (const n of [2, 1, 3]) {
        const { id, rev, openedAt: at } = undertakingOf(n);
        await store.createUndertaking(undertakingOf(n));
        for (const list of ['matter', `matter/u${n}`])
          await store.putListed({ id, list, rev, openedAt: at, isListed: true });
      }
      const ids = async (list: string) =>
        (await allPages((page) => store.listUndertakings(list, page), 2)).map((rows) =>
          rows.map(({ id }) => id),
        );
      const of2 = { id: idOf(2), list: 'matter', openedAt: openedAt + 2 };

      const before = await ids('matter');
      const writes = [
        await store.putListed({ ...of2, rev: 3, isListed: false }),
        await store.putListed({ ...of2, rev: 2, isListed: true }),
        await store.putListed({ ...of2, rev: 3, isListed: true }),
      ];

      expect(before).toEqual([[idOf(3), idOf(2)], [idOf(1)]]);
      expect(writes).toEqual(['written', 'older', 'older']);
      expect(await ids('matter')).toEqual([[idOf(3), idOf(1)]]);
      expect(await ids('matter/u2')).toEqual([[idOf(2)]]);
      expect(await ids('topic')).toEqual([[]]);
    });

    it('of a newer format are not read', async () => {
      const store = await open();
      await store.createUndertaking(undertakingOf(1, { format: undertakingFormat + 1 }));

      await expect(store.loadUndertaking(idOf(1))).rejects.toBeInstanceOf(NewerFormat);
    });
  });

  describe('members of a matter', () => {
    const member = { matterId: idOf(1), batch: 1, status: 'joined', task: 2, at: openedAt } as const;

    it('are written by later tasks only', async () => {
      const store = await open();
      const one = { ...member, ticketId: 'b' };

      const writes = [
        await store.putMember(one),
        await store.putMember({ ...one, status: 'refused', code: 'NOT_ACCEPTED' }),
        await store.putMember({ ...one, status: 'left', task: 3 }),
        await store.putMember({ ...one, task: 2 }),
      ];

      expect(writes).toEqual(['written', 'older', 'written', 'older']);
      expect(await store.loadMember(idOf(1), 'b')).toStrictEqual({ ...one, status: 'left', task: 3 });
      expect(await store.loadMember(idOf(1), 'c')).toBeUndefined();
      expect(await store.loadMember(idOf(2), 'b')).toBeUndefined();
    });

    it('are listed by ticket in pages, each matter’s alone, and nothing else that lies beside it', async () => {
      const store = await open();
      await store.createUndertaking(undertakingOf(1));
      await store.putListed({ id: idOf(1), list: 'matter', rev: 1, openedAt, isListed: true });
      for (const ticketId of ['c', 'a', 'b']) await store.putMember({ ...member, ticketId, code: 'X' });
      await store.putMember({ ...member, matterId: idOf(2), ticketId: 'd' });

      const pages = await allPages((page) => store.members(idOf(1), page), 2);

      expect(pages.map((rows) => rows.map(({ ticketId }) => ticketId))).toEqual([['a', 'b'], ['c']]);
      expect(pages[1]![0]).toStrictEqual({ ...member, ticketId: 'c', code: 'X' });
    });
  });
}
