import { describe, expect, it } from 'vitest';
import { measureDifferences } from '../../../sim/experiment/compare/measure-differences.ts';
import { verdictOf } from '../../../sim/experiment/compare/verdict.ts';
import { changeVariant } from '../../../sim/experiment/parameters/change-variant.ts';
import { chooseVariant } from '../../../sim/experiment/setup/choose-variant.ts';
import { compileVariant, type Variant } from '../../../sim/experiment/setup/variant.ts';
import { digestOfRuns } from '../../../sim/experiment/summary/digest-of-runs.ts';
import { figureOf } from '../../../sim/experiment/summary/figure-of.ts';
import { measureFigures } from '../../../sim/experiment/summary/measure-figures.ts';
import { smallRun } from './support/small-city.ts';

function variantOf(pack: string): Variant {
  const variant = chooseVariant({ scenario: 'beijing-day', pack, seed: 1, days: 22 });
  if (!variant.ok) throw new Error(variant.error.join('\n'));
  return variant.value;
}

function runsOf(variant: Variant, seed: number, replications: number) {
  const compiled = compileVariant(variant);
  if (!compiled.ok) throw new Error(compiled.error.join('\n'));
  return (from = seed) =>
    Array.from({ length: replications }, (_, replication) =>
      smallRun({ ...compiled.value, seed: from, replication }),
    );
}

describe('an interval of replications', () => {
  it('covers the true value in about 95 of 100 experiments', () => {
    const run = runsOf(variantOf('beijing-2023'), 1, 6);
    const experiments = 1_000;
    let covered = 0;

    for (let seed = 0; seed < experiments; seed++) {
      const { figure } = measureFigures(run(seed)).find(({ name }) => name === 'onTimeShare')!;
      if (Math.abs(figure.mean - 0.78) <= figure.halfWidth95!) covered++;
    }

    expect(Math.abs(covered / experiments - 0.95)).toBeLessThan(0.02);
  });

  it('calls two equal packs different in no experiment, since they met the same luck', () => {
    const run = runsOf(variantOf('beijing-2023'), 1, 4);

    for (const { difference } of measureDifferences({ a: run(), b: run() })) {
      expect(verdictOf(difference)).toBe('undecided');
      expect(difference.mean).toBe(0);
    }
  });

  it('sees a difference far below the noise of one side, because the luck is shared', () => {
    const a = variantOf('beijing-2019');
    const b = changeVariant(a, { in: 'pack', path: 'tiers.general.limit' }, 'P7DT1H');
    if (!b.ok) throw new Error(b.error.join('\n'));

    const differences = measureDifferences({ a: runsOf(a, 1, 4)(), b: runsOf(b.value, 1, 4)() });

    const { difference } = differences.find(({ name }) => name === 'onTimeShare')!;
    expect(difference.mean).toBeCloseTo(0.04 / 24, 9);
    expect(verdictOf(difference)).toBe('second');
  });
});

describe('a figure', () => {
  it('has no interval for one replication, and is not made where one has no value', () => {
    expect(figureOf([3])).toEqual({ mean: 3 });
    expect(figureOf([3, Number.NaN])).toBeUndefined();
    expect(figureOf([3, undefined])).toBeUndefined();
    expect(figureOf([])).toBeUndefined();
    expect(verdictOf({ mean: 3 })).toBe('undecided');
  });
});

describe('the digest of a run', () => {
  it('changes with a replication’s digest, its number and the order', () => {
    const runs = [
      { replication: 0, digest: 'a' },
      { replication: 1, digest: 'b' },
    ];

    const digests = [
      runs,
      [...runs].reverse(),
      runs.slice(0, 1),
      [runs[0]!, { replication: 2, digest: 'b' }],
      [runs[0]!, { replication: 1, digest: 'c' }],
    ].map(digestOfRuns);

    expect(new Set(digests).size).toBe(digests.length);
  });
});
