import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SortedList } from '../../../functions/adapters/memory/sorted-list.ts';

const seed = 20_261_102;

/** Enough values for several buckets. */
const values = fc.uniqueArray(fc.integer({ min: -5_000, max: 5_000 }), {
  minLength: 0,
  maxLength: 3_000,
  size: 'max',
});

it(`reads as a sorted array does, whatever was added and removed (seed ${seed})`, () => {
  fc.assert(
    fc.property(values, fc.array(fc.boolean(), { minLength: 1 }), fc.integer(), (added, pattern, edge) => {
      const list = new SortedList<number>((a, b) => a - b);
      const removed = new Set(added.filter((_, n) => pattern[n % pattern.length]));
      for (const value of added) list.add(value);
      for (const value of removed) list.remove(value);

      const kept = added.filter((value) => !removed.has(value)).toSorted((a, b) => a - b);
      const at = edge % 6_000;
      expect([...list.from(at)]).toEqual(kept.filter((value) => value >= at));
      expect([...list.before(at)]).toEqual(kept.filter((value) => value < at).toReversed());
    }),
    { numRuns: 60, seed },
  );
});
