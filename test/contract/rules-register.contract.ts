import { describe, expect, it } from 'vitest';
import type { Publication } from '../../functions/core/city/publication.ts';
import type { RulesRegister } from '../../functions/ports/rules-register.ts';
import { allPages } from './all-pages.ts';

const publicationOf = (version: number, changes: Partial<Publication> = {}): Publication => ({
  city: 'beijing',
  version,
  hash: `hash-${version}`,
  policyId: 'beijing-2023',
  from: 1_793_577_600_000 + version,
  publishedAt: 1_793_577_600_000,
  by: '张三',
  reason: '市民诉求量上升',
  ...changes,
});

/** What every register of published rules must do. `open` gives an empty one. */
export function rulesRegisterContract(name: string, open: () => Promise<RulesRegister>): void {
  describe(name, () => {
    it('gives back what was published, the latest version first, each city for itself', async () => {
      const register = await open();
      const versions = Array.from({ length: 12 }, (_, n) => publicationOf(n + 1));
      for (const one of versions) await register.publish(one);
      await register.publish(publicationOf(1, { city: 'baltimore', rollbackOf: 3 }));

      const listed = await allPages((page) => register.publications('beijing', page), 5);
      const other = await register.publications('baltimore', { limit: 10 });

      expect(listed.flat()).toEqual(versions.toReversed());
      expect(other.rows).toEqual([publicationOf(1, { city: 'baltimore', rollbackOf: 3 })]);
    });

    it('lets exactly one of two publishers have a version, whose publication stays as it is', async () => {
      const register = await open();
      const both = [publicationOf(1, { by: 'one' }), publicationOf(1, { by: 'other' })];

      const published = await Promise.all(both.map((one) => register.publish(one)));

      const { rows } = await register.publications('beijing', { limit: 10 });
      expect(published.toSorted()).toEqual(['exists', 'published']);
      expect(rows).toEqual([both[published.indexOf('published')]]);
    });
  });
}
