import { describe, expect, it } from 'vitest';
import { checkers } from '../../../sim/check/checkers.ts';
import { runSeed } from '../../../sim/faults/command/run-seed.ts';
import { bugs } from '../../../sim/faults/planted/bugs.ts';
import { foundWith } from './found-with.ts';

/** `FAULT_SEED` names the first of the fresh seeds; without it the second does. */
const fresh = Number(process.env.FAULT_SEED ?? 1_000_000 + Math.floor(Date.now() / 1_000));
const fixed = Array.from({ length: 12 }, (_, n) => n + 1);
const freshCount = 5;
/** Every bug is found by the seed that found it last, or within so many. */
const plantedSeeds = 200;

/** The seeds to plant a bug in: first the one that found it last, which another workload may have changed. */
const seedsFor = (name: string): readonly number[] => [
  foundWith[name] ?? 1,
  ...Array.from({ length: plantedSeeds }, (_, n) => n + 1),
];

describe('a simulated world', () => {
  it.for([
    { which: 'the first', seeds: fixed },
    { which: 'fresh', seeds: Array.from({ length: freshCount }, (_, n) => fresh + n) },
  ])(
    'breaks no promise, whatever fails in it ($which seeds)',
    { timeout: 300_000 },
    async ({ which, seeds }, { annotate }) => {
      await annotate(`${which} seeds of simulated worlds: ${seeds.join(' ')}`);
      const broken = [];
      for (const seed of seeds) {
        const { violations } = await runSeed(seed);
        if (violations.length > 0) broken.push({ seed, ...violations[0] });
      }

      expect(broken).toEqual([]);
    },
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
      for (const seed of seedsFor(name)) {
        found = (await runSeed(seed, name)).violations[0]?.checker;
        if (found !== undefined) break;
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
