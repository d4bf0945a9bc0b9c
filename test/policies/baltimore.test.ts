import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCity } from '../../functions/adapters/rules/read-city.ts';
import { listAssumptions } from '../../functions/core/policy/list-assumptions.ts';
import { hourMs } from '../../functions/core/time.ts';
import { builders } from '../../sim/city-data/commands/build.ts';

const dataDir = join(import.meta.dirname, '../../functions');
const text = (file: string) => readFileSync(join(dataDir, file), 'utf8');
const city = readCity({ dataDir, city: 'baltimore', pack: 'baltimore', speed: 1 });
if (!city.ok) throw new Error(JSON.stringify(city.error));
const { rules } = city.value;

describe('the policy pack of Baltimore', () => {
  it('is generated again from the sample as committed', () => {
    const built = builders.baltimore!()['../../policies/baltimore.json'];

    expect(built === text('policies/baltimore.json'), 'npm run city -- build baltimore').toBe(true);
  });

  it('has the tiers that were learned and none of the Chinese base', () => {
    const learned: Record<string, { hours: number | null }> = JSON.parse(text('cities/baltimore/tiers.json'));
    const limits = rules.tiers.map(({ key, limitMs }) => [key, limitMs]);

    expect(limits).toEqual(
      Object.entries(learned).map(([key, { hours }]) => [
        key,
        hours === null ? Number.POSITIVE_INFINITY : hours * hourMs,
      ]),
    );
    expect(rules.whistleKinds).toEqual([]);
    expect(rules.dispatchClassKeys).toEqual(['general']);
  });

  it('sends each item to its agency at once and counts from the request', () => {
    const { routing, handling, urgentTier } = rules;

    expect({ routing, urgentTier }).toEqual({ routing: 'catalogue', urgentTier: -1 });
    expect(handling).toMatchObject({
      startsAt: 'request',
      signing: 'automatic',
      signMs: Number.POSITIVE_INFINITY,
      contactMs: Number.POSITIVE_INFINITY,
    });
  });

  it('gives each tier its basis, and marks every rule the file does not show as assumed', () => {
    const { tiers, dispatch, handling, ...others } = JSON.parse(text('policies/baltimore.json'));
    const leaves = (content: object) => JSON.stringify(content).split('"value":').length - 1;

    expect(listAssumptions(tiers)).toEqual([]);
    expect(listAssumptions({ dispatch, handling }).map(({ path }) => path)).not.toContain('dispatch.routing');
    expect(leaves({ dispatch, handling }) - listAssumptions({ dispatch, handling }).length).toBe(2);
    expect(listAssumptions(others)).toHaveLength(leaves(others));
    expect(listAssumptions(others).filter(({ missing }) => missing)).toEqual([]);
  });
});
