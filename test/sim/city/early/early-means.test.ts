import { describe, expect, it } from 'vitest';
import { runCity } from '../../../../sim/city/run-city.ts';
import { says } from '../small-city.ts';
import { earlyCity } from './early-city.ts';

describe('a topic of the month', () => {
  const overlay = {
    days: 125,
    early: {
      topic: {
        months: says(2),
        sparedShare: says(1),
        easierBy: says(3),
        perMonth: says(8),
        leadHours: says(40),
        helperHours: says(0),
      },
    },
  };
  const worked = runCity(earlyCity({ topics: true }, overlay));
  const left = runCity(earlyCity({}, overlay));

  it('keeps chronic causes of its item from coming about, and no others', () => {
    const avoided = Object.fromEntries(worked.causes!.map((kind) => [kind.id, kind.avoided]));

    expect(worked.measures.topics).toBe(32);
    expect(avoided.chronic).toBeGreaterThan(100);
    expect(avoided).toMatchObject({ outage: 0, closure: 0, works: 0, wages: 0 });
  });

  it('makes its items easier and costs the time of those who work on it', () => {
    expect(worked.measures.resolutionRate).toBeGreaterThan(left.measures.resolutionRate + 0.001);
    expect(worked.measures.earlyHours).toBeGreaterThan(1_000);
  });
});

describe('a patrol', () => {
  it('finds what can be seen and nothing else', () => {
    const { causes, measures: found } = runCity(earlyCity({ patrols: true }));
    const avoided = Object.fromEntries(causes!.map((kind) => [kind.id, kind.avoided]));

    expect(found.patrolFinds).toBeGreaterThan(20);
    expect(avoided.chronic).toBeGreaterThan(0);
    expect(avoided).toMatchObject({ outage: 0, closure: 0, wages: 0 });
    expect(found.avoidedByPatrol).toBe(found.avoidedTickets);
  });
});

describe('a surge of the load', () => {
  it('is a cause of its own that can be warned of and shrunk', () => {
    const surges = [
      {
        id: 'shop',
        title: { zh: '店', en: 'Shop' },
        from: '2025-03-29',
        hour: 9,
        days: 14,
        size: says({ contacts: 1_700 }),
        halfLifeDays: says(2),
        items: ['0801-01'],
        places: ['110106001'],
      },
    ];
    const early = {
      causes: [],
      response: { actedShare: says(1), worksShare: says(1), removedShare: says(1) },
    };

    const still = runCity(earlyCity({}, { load: { surges }, early: { causes: [] } }));
    const acted = runCity(earlyCity({ hotspots: true }, { load: { surges }, early }));

    const [shop, before] = [acted.causes!.at(-1)!, still.causes!.at(-1)!];
    expect(before.tickets).toBeGreaterThan(1_500);
    expect(shop.tickets + shop.avoided).toBe(before.tickets);
    expect(shop.detected).toBe(1);
    expect(shop.detectionHours).toBeLessThan(24);
    expect(shop.avoided).toBeGreaterThan(300);
  });
});

describe('a scenario that cannot be run', () => {
  it('says what it lacks', () => {
    const setup = earlyCity({ hotspots: true });
    const without = {
      ...setup,
      rules: { ...setup.rules, early: { ...setup.rules.early, warning: undefined } },
    };
    const cause = setup.scenario.early!.causes[0]!;
    const odd = (overlay: Record<string, unknown>) =>
      earlyCity({}, { early: { causes: [{ ...cause, ...overlay }] } });

    expect(() => runCity(without)).toThrow(
      'the scenario needs early.warning, which pack beijing-2023 has not',
    );
    expect(() => runCity(odd({ items: ['99'] }))).toThrow('early.causes outage: items');
    expect(() => runCity(odd({ places: ['nowhere'] }))).toThrow('there is no unit "nowhere"');
  });
});
