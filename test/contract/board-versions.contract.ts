import { describe, expect, it } from 'vitest';
import type { BoardStore } from '../../functions/ports/board-store.ts';
import { allPages } from './all-pages.ts';
import { jobOf, november, versionOf } from './sample-board.ts';

/** What a store does with what readers of boards see. */
export function boardVersionsContract(open: () => Promise<BoardStore>): void {
  describe('a version', () => {
    it('is published once and never changed, by whichever of two comes first', async () => {
      const store = await open();

      const outcomes = await Promise.all(['a', 'b'].map((jobId) => store.publish(versionOf(1, { jobId }))));
      const again = await store.publish(versionOf(1, { digest: 'other' }));

      const winner = outcomes[0] === 'published' ? 'a' : 'b';
      expect(outcomes.toSorted()).toEqual(['exists', 'published']);
      expect(again).toBe('exists');
      expect(await store.loadVersion(november, 1)).toStrictEqual(versionOf(1, { jobId: winner }));
      expect(await store.loadVersion(november, 2)).toBeUndefined();
    });

    it('stands as the latest of its board alone, at once', async () => {
      const store = await open();
      const replaces = { version: 9, digest: 'd9', reason: 'wrong-data', text: '更正：漏计三件。' };
      const before = [{ period: '2026-10', version: 2 }];
      for (const n of [2, 9, 10]) await store.publish(versionOf(n));
      await store.publish(versionOf(11, { replaces, before }));
      await store.publish(versionOf(12, { board: { kind: 'month', period: '2026-12' } }));
      await store.publish(versionOf(13, { board: { kind: 'annual', period: '2026-11' } }));

      const pages = await allPages((page) => store.versions(november, page), 3);

      expect(pages.map((page) => page.map(({ version }) => version))).toEqual([[11, 10, 9], [2]]);
      expect(pages[0]![0]).toStrictEqual(versionOf(11, { replaces, before }));
    });

    it('is listed with those of its kind, by period', async () => {
      const store = await open();
      const periods = ['2026-11', '2026-09', '2026-10', '2025-12'];
      for (const period of periods) await store.publish(versionOf(1, { board: { kind: 'month', period } }));
      await store.publish(versionOf(2));
      await store.publish(versionOf(1, { board: { kind: 'special', period: '2026' } }));

      const pages = await allPages((page) => store.listVersions('month', page), 2);

      expect(pages.map((page) => page.map(({ board, version }) => `${board.period}/${version}`))).toEqual([
        ['2025-12/1', '2026-09/1'],
        ['2026-10/1', '2026-11/1'],
        ['2026-11/2'],
      ]);
    });
  });

  describe('a live board', () => {
    it('gives way to a later one only', async () => {
      const store = await open();
      const { version: _, by: __, ...content } = versionOf(1);

      const first = await store.putLive(content);
      const later = await store.putLive({ ...content, at: content.at + 2, entries: 11 });
      const late = await store.putLive({ ...content, at: content.at + 1, entries: 10 });

      expect([first, later, late]).toEqual(['stored', 'stored', 'older']);
      expect(await store.loadLive(november)).toStrictEqual({ ...content, at: content.at + 2, entries: 11 });
      expect(await store.loadLive({ ...november, kind: 'special' })).toBeUndefined();
    });

    it('stands apart from the counts by matter of its month, and so do their jobs', async () => {
      const store = await open();
      const { version: _, by: __, ...content } = versionOf(1);
      const matters = { ...content, board: { ...november, kind: 'matters' as const }, groups: [] };
      const job = jobOf({ id: 'matters-2026-11', board: matters.board, task: 'refresh' });

      await store.putLive(content);
      await store.putLive(matters);
      await store.createJob(job);

      expect(await store.loadLive(november)).toStrictEqual(content);
      expect(await store.loadLive(matters.board)).toStrictEqual(matters);
      expect(await store.loadJob(job.id)).toStrictEqual(job);
    });
  });

  describe('the rules of boards', () => {
    it('are noted once', async () => {
      const store = await open();
      const rules = { hash: 'h1', policyId: 'p1', validFrom: '2026-10-01', notedAt: 5 };

      await store.noteRules(rules);
      await store.noteRules({ ...rules, notedAt: 6 });
      await store.noteRules({ ...rules, hash: 'h2' });

      expect(await store.notedRules({ limit: 5 })).toStrictEqual({ rows: [rules, { ...rules, hash: 'h2' }] });
    });
  });
}
