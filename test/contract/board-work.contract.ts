import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { BoardStore } from '../../functions/ports/board-store.ts';
import { allPages } from './all-pages.ts';
import { jobOf, november, unitPartOf } from './sample-board.ts';

/** Text that hardly compresses: hex of digests, `kilobytes` long. */
const noise = (kilobytes: number): string =>
  Array.from({ length: kilobytes * 16 }, (_, n) => createHash('sha256').update(`n${n}`).digest('hex')).join(
    '',
  );

/** What a store does for the jobs that compute boards. */
export function boardWorkContract(open: () => Promise<BoardStore>): void {
  describe('a part', () => {
    it('is kept whatever its size, in every script, also when two put it at once', async () => {
      const store = await open();
      const texts = { small: '三里屯街道 𠮷🚰', large: noise(2_400) };

      for (const [name, text] of Object.entries(texts)) {
        await Promise.all([1, 2].map(() => store.putPart({ jobId: 'job-1', name, text })));
      }

      expect(await store.loadPart('job-1', 'small')).toBe(texts.small);
      expect((await store.loadPart('job-1', 'large')) === texts.large).toBe(true);
      expect(await store.loadPart('job-2', 'small')).toBeUndefined();
      expect(await store.loadPart('job-1', 'none')).toBeUndefined();
    });

    it('stays as it was first put', async () => {
      const store = await open();
      await store.putPart({ jobId: 'job-1', name: 'rows', text: 'first', expiresAt: 5 });

      await store.putPart({ jobId: 'job-1', name: 'rows', text: 'second' });

      expect(await store.loadPart('job-1', 'rows')).toBe('first');
    });
  });

  describe('a unit of a job', () => {
    it('is done once, and listed with its job’s alone, by code', async () => {
      const store = await open();

      const first = await store.putUnit(unitPartOf('b'));
      const again = await store.putUnit(unitPartOf('b', { entries: 4 }));
      await store.putUnit(unitPartOf('c'));
      await store.putUnit(unitPartOf('a'));
      await store.putUnit(unitPartOf('d', { jobId: 'job-2' }));
      await store.createJob(jobOf());

      const pages = await allPages((page) => store.units('job-1', page), 2);
      expect([first, again]).toEqual(['stored', 'exists']);
      expect(pages).toStrictEqual([[unitPartOf('a'), unitPartOf('b')], [unitPartOf('c')]]);
    });
  });

  describe('a job', () => {
    it('is created once', async () => {
      const store = await open();

      const outcomes = await Promise.all([store.createJob(jobOf()), store.createJob(jobOf())]);

      expect(outcomes.toSorted()).toEqual(['created', 'exists']);
      expect(await store.loadJob('job-1')).toStrictEqual(jobOf());
      expect(await store.loadJob('job-2')).toBeUndefined();
    });

    it('is changed at the expected revision only', async () => {
      const store = await open();
      await store.createJob(jobOf());
      const done = jobOf({
        rev: 2,
        state: 'done',
        correction: { reason: 'wrong-data', text: '更正' },
        before: [{ period: '2026-10', version: 1 }],
        same: true,
      });

      const saves = [
        await store.saveJob(done, 1),
        await store.saveJob(jobOf({ rev: 2 }), 1),
        await store.saveJob(jobOf({ id: 'job-2' }), 1),
      ];

      expect(saves).toEqual(['saved', 'stale', 'stale']);
      expect(await store.loadJob('job-1')).toStrictEqual(done);
    });
  });

  describe('a claim', () => {
    it('keeps a second worker off a board until it ends, and off no other board', async () => {
      const store = await open();

      const claims = [
        await store.claim(november, 'one', 100, 200),
        await store.claim(november, 'two', 150, 250),
        await store.claim(november, 'two', 200, 300),
        await store.claim({ ...november, kind: 'special' }, 'two', 150, 250),
        await store.claim(november, 'two', 201, 300),
        await store.claim(november, 'one', 250, 400),
      ];

      expect(claims).toEqual(['claimed', 'held', 'held', 'claimed', 'claimed', 'held']);
    });

    it('is prolonged and released by its holder alone', async () => {
      const store = await open();
      await store.claim(november, 'one', 100, 200);

      await store.release(november, 'two');
      const prolonged = await store.claim(november, 'one', 150, 900);
      const held = await store.claim(november, 'two', 800, 1_000);
      await store.release(november, 'one');
      await store.release(november, 'one');
      const free = await store.claim(november, 'two', 801, 1_000);

      expect([prolonged, held, free]).toEqual(['claimed', 'held', 'claimed']);
    });

    it('is won by one of two', async () => {
      const store = await open();

      const claims = await Promise.all(['a', 'b'].map((token) => store.claim(november, token, 1, 9)));

      expect(claims.toSorted()).toEqual(['claimed', 'held']);
    });
  });
}
