import { describe, expect, it } from 'vitest';
import { checkers } from '../../../sim/check/checkers.ts';
import { runSeed } from '../../../sim/faults/command/run-seed.ts';
import { bugs } from '../../../sim/faults/planted/bugs.ts';

/** `FAULT_SEED` names the first of the fresh seeds; without it the hour does. */
const fresh = Number(process.env.FAULT_SEED ?? 1_000_000 + Math.floor(Date.now() / 1_000));
const fixedCount = 25;
const freshCount = 5;
/** Every bug is found within so many seeds. */
const plantedSeeds = 200;

describe('a simulated world', () => {
  it.each([
    [1, fixedCount],
    [fresh, freshCount],
  ])(
    'breaks no promise, whatever fails in it (%i and the %i after it)',
    async (from, count) => {
      const broken = [];
      for (let seed = from; seed < from + count; seed += 1) {
        const { violations } = await runSeed(seed);
        if (violations.length > 0) broken.push({ seed, ...violations[0] });
      }

      expect(broken).toEqual([]);
    },
    300_000,
  );

  it('is the same to the last await for the same seed, and another for another', async () => {
    const [first, again, other] = [await runSeed(11), await runSeed(11), await runSeed(12)];

    expect(again).toEqual(first);
    expect(first.calls).toBeGreaterThan(100);
    expect(other.digest).not.toBe(first.digest);
  });
});

describe('a planted bug', () => {
  it.each(bugs)(
    'is found: $what',
    async ({ name, checkers: expected }) => {
      let found: string | undefined;
      for (let seed = 1; seed <= plantedSeeds && found === undefined; seed += 1) {
        found = (await runSeed(seed, name)).violations[0]?.checker;
      }

      expect(expected).toContain(found);
    },
    300_000,
  );

  it('is there for every checker', () => {
    const watched = new Set(bugs.flatMap(({ checkers: expected }) => expected));

    expect(checkers.map(({ name }) => name).filter((name) => !watched.has(name))).toEqual([]);
  });
});
