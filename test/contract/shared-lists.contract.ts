import { describe, expect, it } from 'vitest';
import type { Project } from '../../functions/core/sharing/project.ts';
import type { Share } from '../../functions/core/sharing/share.ts';
import type { ShareStore, StoredShared } from '../../functions/ports/share-store.ts';
import { allPages } from './all-pages.ts';

const shareOf = (id: string, changes: Partial<Share> = {}): StoredShared<Share> => ({
  id,
  list: 'resource',
  owner: 'ent-water',
  place: '110101017',
  district: '110101',
  kind: 'parking',
  title: '夜间车位',
  capacity: 100,
  commitments: [],
  openedAt: 1_793_577_600_000,
  rev: 1,
  ...changes,
});

const project: StoredShared<Project> = {
  id: 'p',
  list: 'project',
  need: 'n',
  resource: 'r',
  owners: { need: '110101017', resource: 'ent-water' },
  place: '110101017',
  district: '110101',
  kind: 'parking',
  quantity: 60,
  status: 'done',
  offeredBy: 'resource',
  offeredAt: 1,
  changedAt: 2,
  ratings: { need: { points: 90, at: 3 } },
  rev: 4,
};

/** What every store of resources, needs and projects must do. `open` gives an empty one. */
export function sharedListsContract(open: () => Promise<ShareStore>): void {
  describe('the three lists', () => {
    it('give back a line as it was written', async () => {
      const store = await open();
      const closed = shareOf('a', { commitments: [{ project: 'p', quantity: 3 }], closedAt: 9 });

      expect([await store.putShared(closed), await store.putShared(project)]).toEqual(['saved', 'saved']);
      expect(await store.loadShared('a')).toStrictEqual(closed);
      expect(await store.loadShared('p')).toStrictEqual(project);
      expect(await store.loadShared('b')).toBeUndefined();
    });

    it('take a new line once, and a change at the expected revision only', async () => {
      const store = await open();

      const puts = await Promise.all([store.putShared(shareOf('a')), store.putShared(shareOf('a'))]);
      const changes = [
        await store.putShared(shareOf('a', { capacity: 50, rev: 2 } as object), 1),
        await store.putShared(shareOf('a', { capacity: 7, rev: 2 } as object), 1),
        await store.putShared(shareOf('b', { rev: 2 } as object), 1),
      ];

      expect(puts.toSorted()).toEqual(['saved', 'stale']);
      expect(changes).toEqual(['saved', 'stale', 'stale']);
      expect(await store.loadShared('a')).toMatchObject({ capacity: 50, rev: 2 });
    });

    it('are listed by district, by place where one is named, each alone, in pages', async () => {
      const store = await open();
      for (const id of ['c', 'a', 'b']) await store.putShared(shareOf(id));
      await store.putShared(shareOf('d', { place: '110101001' }));
      await store.putShared(shareOf('e', { list: 'need' }));
      await store.putShared(shareOf('f', { district: '110102', place: '110102010' }));
      await store.putShared(project);
      const ids = async (query: Parameters<ShareStore['listShared']>[0]) =>
        (await allPages((page) => store.listShared(query, page), 2)).map((rows) => rows.map(({ id }) => id));

      expect(await ids({ list: 'resource', district: '110101' })).toEqual([
        ['d', 'a'],
        ['b', 'c'],
      ]);
      expect(await ids({ list: 'resource', district: '110101', place: '110101017' })).toEqual([
        ['a', 'b'],
        ['c'],
      ]);
      expect(await ids({ list: 'need', district: '110101' })).toEqual([['e']]);
      expect(await ids({ list: 'project', district: '110101' })).toEqual([['p']]);
    });
  });
}
