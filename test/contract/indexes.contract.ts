import { describe, expect, it } from 'vitest';
import { wakeShardOf } from '../../functions/adapters/dynamodb/wake-shard.ts';
import { type TicketStore, wakeShards } from '../../functions/ports/ticket-store.ts';
import { allPages, allRows } from './all-pages.ts';
import { endedOf, hour, idOf, openedAt, recordOf } from './sample-record.ts';

const lead = '110105-water';
const place = '110105-sanlitun';
const item = 'water.supply.burst-pipe';
const always = Number.MAX_SAFE_INTEGER;

/** Ids of the same wake shard, `count` of them. */
const sameShard = (count: number): readonly number[] => {
  const ids = Array.from({ length: count * wakeShards * 3 }, (_, n) => n + 1);
  return ids.filter((n) => wakeShardOf(idOf(n)) === 0).slice(0, count);
};

/** What a store's wake, worklist and place indexes show. */
export function indexesContract(open: () => Promise<TicketStore>): void {
  const shownBy = async (store: TicketStore, n: number) => {
    const ticketId = idOf(n);
    const has = (rows: readonly { ticketId: string }[]) => rows.some((row) => row.ticketId === ticketId);
    return {
      due: has(await allRows((page) => store.due(wakeShardOf(ticketId), always, page))),
      worklist: has(await allRows((page) => store.worklist(lead, page))),
      near: has(await allRows((page) => store.near(place, item, 0, page))),
    };
  };

  describe('indexes', () => {
    it('show a ticket from its first revision to its end, and its place ever after', async () => {
      const store = await open();
      await store.create(recordOf(1));
      const fresh = await shownBy(store, 1);
      await store.save(recordOf(1, { rev: 2, owner: 'hotline', state: { item: undefined } }), 1);
      const moved = await shownBy(store, 1);
      await store.clearOwed(idOf(1), 2, { rev: 3, owed: [] });
      const cleared = await shownBy(store, 1);
      await store.save(recordOf(1, { rev: 4 }), 3);
      const back = await shownBy(store, 1);
      await store.save(endedOf(recordOf(1, { rev: 4 })), 4);
      const ended = await shownBy(store, 1);

      expect(fresh).toEqual({ due: true, worklist: true, near: true });
      expect(moved).toEqual({ due: true, worklist: false, near: false });
      expect(cleared).toEqual({ due: false, worklist: false, near: false });
      expect(back).toEqual({ due: true, worklist: true, near: true });
      expect(ended).toEqual({ due: false, worklist: false, near: true });
    });

    it('wake at the instant of the clearing write', async () => {
      const store = await open();
      await store.create(recordOf(1));

      await store.clearOwed(idOf(1), 1, { rev: 2, owed: [], wakeAt: openedAt + 7 });

      expect(await store.due(wakeShardOf(idOf(1)), always, { limit: 5 })).toEqual({
        rows: [{ ticketId: idOf(1), wakeAt: openedAt + 7 }],
      });
    });

    it('list what is due up to an instant and at it, earliest first, by number and not by digit', async () => {
      const store = await open();
      const numbers = sameShard(6);
      const instants = [999, 1_000, 9, 10, 1_001, 100];
      await Promise.all(numbers.map((n, i) => store.create(recordOf(n, { wakeAt: instants[i]! }))));

      const { rows } = await store.due(0, 1_000, { limit: 10 });

      expect(rows.map(({ wakeAt }) => wakeAt)).toEqual([9, 10, 100, 999, 1_000]);
    });

    it('keep the wake shards apart, and every ticket in one', async () => {
      const store = await open();
      const ids = Array.from({ length: 40 }, (_, n) => idOf(n + 1));
      await Promise.all(ids.map((_, n) => store.create(recordOf(n + 1))));

      const shards = await Promise.all(
        Array.from({ length: wakeShards }, (_, shard) => store.due(shard, always, { limit: 100 })),
      );

      expect(shards.flatMap(({ rows }) => rows.map(({ ticketId }) => ticketId)).toSorted()).toEqual(ids);
    });

    it('page through ties without missing or repeating one, and end without a cursor', async () => {
      const store = await open();
      const numbers = sameShard(12);
      await Promise.all(numbers.map((n, i) => store.create(recordOf(n, { wakeAt: i < 9 ? 500 : 600 }))));

      const pages = await allPages((page) => store.due(0, 600, page), 4);

      expect(pages.map((page) => page.length)).toEqual([4, 4, 4]);
      expect(
        pages
          .flat()
          .map(({ ticketId }) => ticketId)
          .toSorted(),
      ).toEqual(numbers.map(idOf).toSorted());
    });

    it('list a worklist soonest first, with what a list shows', async () => {
      const store = await open();
      await store.create(recordOf(1, { actBy: openedAt + 2, state: { overdueAt: openedAt } }));
      await store.create(recordOf(2, { actBy: openedAt + 1, state: { item: undefined, dueAt: undefined } }));
      await store.create(recordOf(3, { owner: 'hotline' }));

      const { rows } = await store.worklist(lead, { limit: 10 });

      const common = { status: 'dispatched', tier: 'h24', lead, openedAt };
      expect(rows).toStrictEqual([
        { ticketId: idOf(2), ...common, actBy: openedAt + 1, overdue: false },
        {
          ticketId: idOf(1),
          ...common,
          item,
          actBy: openedAt + 2,
          dueAt: openedAt + 24 * hour,
          overdue: true,
        },
      ]);
    });

    it('list a matter at a place since an instant, latest first, with what a list shows', async () => {
      const store = await open();
      const opened = [0, 1, 2, 3, 4].map((n) => openedAt + n);
      await Promise.all(opened.map((at, n) => store.create(recordOf(n, { state: { openedAt: at } }))));
      await store.create(recordOf(8, { state: { place: '110105' } }));
      await store.create(recordOf(9, { state: { item: 'roads.hole' } }));

      const pages = await allPages((page) => store.near(place, item, openedAt + 1, page), 3);

      expect(pages.map((page) => page.map((row) => row.openedAt - openedAt))).toEqual([[4, 3, 2], [1]]);
      expect(pages[1]![0]).toStrictEqual({
        ticketId: idOf(1),
        status: 'dispatched',
        tier: 'h24',
        item,
        lead,
        openedAt: openedAt + 1,
        actBy: openedAt + 2 * hour,
        dueAt: openedAt + 24 * hour,
        overdue: false,
      });
    });

    it('go on after a row that has left since', async () => {
      const store = await open();
      await Promise.all([1, 2, 3].map((n) => store.create(recordOf(n, { actBy: n }))));
      const first = await store.worklist(lead, { limit: 2 });
      await store.save(endedOf(recordOf(2)), 1);

      const second = await store.worklist(lead, { limit: 2, cursor: first.cursor! });

      expect(second.rows.map(({ ticketId }) => ticketId)).toEqual([idOf(3)]);
    });

    it('give at most 100 rows, whatever is asked for', async () => {
      const store = await open();
      await Promise.all(Array.from({ length: 105 }, (_, n) => store.create(recordOf(n))));

      const pages = await allPages((page) => store.worklist(lead, page), 5_000);

      expect(pages.map((page) => page.length)).toEqual([100, 5]);
    });
  });
}
