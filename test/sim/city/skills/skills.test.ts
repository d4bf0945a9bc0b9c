import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourMs } from '../../../../functions/core/time.ts';
import { runCity, simulate } from '../../../../sim/city/run-city.ts';
import { shareOut } from '../../../../sim/city/skills/skill-plans.ts';
import { erlangC } from '../../../../sim/stats/erlang-c.ts';
import { estimate } from '../../../../sim/stats/estimate.ts';
import { plainSetup } from '../plain-city.ts';
import { says, scenarioWith, setupOf } from '../small-city.ts';

const title = { zh: '组', en: 'Group' };
const group = (id: string, share: number, items?: readonly string[]) => ({
  id,
  title,
  share: says(share),
  ...(items === undefined ? {} : { items }),
});
const plans = (...groups: readonly object[]) => [{ units: ['kind:subdistrict', 'kind:department'], groups }];

/** Two kinds of matter, equally frequent, at 43 subdistricts with six posts each. */
const ratePerHour = 0.8;
const workHours = 6;
const plainWith = (skills?: readonly object[]) =>
  simulate(
    plainSetup({
      load: {
        contactsPerDay: says(ratePerHour * 24 * 43),
        items: says({ '0301-01': 1, '0302-01': 1, '*': 0 }),
      },
      units: {
        utilisation: says(0.801),
        work: { law: says('exponential'), hours: says({ '*': workHours }), itemFactor: says({ '*': 1 }) },
        ...(skills === undefined ? {} : { skills }),
      },
    }),
  ).city;

/** Mean wait of each unit that has work, in hours. */
const waitsOf = ({ posts, tallies }: ReturnType<typeof plainWith>) =>
  [...posts.keys()].filter((unit) => posts[unit]! > 0).map((unit) => tallies.waits.mean(unit) / hourMs);

const agrees = (samples: readonly number[], theory: number): boolean => {
  const { mean, standardError } = estimate(samples);
  return Math.abs(mean - theory) < 3.3 * standardError;
};

describe('six people of whom each can do one kind of matter', () => {
  const specialised = plainWith(plans(group('a', 0.5, ['0301']), group('b', 0.5, ['0302'])));

  it('let matters wait as two desks of three do, by Erlang C within 3.3 standard errors', () => {
    const theory = erlangC({ arrivalRate: ratePerHour / 2, serviceRate: 1 / workHours, servers: 3 });

    const waits = waitsOf(specialised);

    expect(waits).toHaveLength(43);
    expect(agrees(waits, theory.meanWait)).toBe(true);
  });

  it('let them wait beside idle people, which those do not who can do everything', () => {
    const pooled = plainWith();
    const theory = erlangC({ arrivalRate: ratePerHour, serviceRate: 1 / workHours, servers: 6 });

    expect(agrees(waitsOf(pooled), theory.meanWait)).toBe(true);
    expect(specialised.skills!.measures().skillHeldShare).toBeGreaterThan(0.1);
    expect(estimate(waitsOf(specialised)).mean).toBeGreaterThan(1.5 * estimate(waitsOf(pooled)).mean);
  });

  it('wait less when one of them can do both', () => {
    const third = 1 / 3;
    const mixed = plainWith(
      plans(group('a', third, ['0301']), group('b', third, ['0302']), group('both', 1 - 2 * third)),
    );

    expect(estimate(waitsOf(mixed)).mean).toBeLessThan(0.9 * estimate(waitsOf(specialised)).mean);
  });

  it('show each group with its people and how busy they are', () => {
    const { rows } = specialised.skills!.result();

    expect(rows.map(({ key }) => key)).toEqual(['0.a', '0.b']);
    for (const { values } of rows) {
      const [posts, begun, waitHours, utilisation] = values;
      expect(posts).toBe(43 * 3);
      expect(begun).toBeGreaterThan(10_000);
      expect(waitHours).toBeGreaterThan(0);
      expect(utilisation).toBeCloseTo(0.8, 1);
    }
  });
});

describe('skills in an ordinary city', () => {
  const small = (units: object) =>
    setupOf({
      scenario: scenarioWith('beijing-day', {
        startDate: '2025-03-24',
        days: 50,
        warmUpDays: 8,
        load: { contactsPerDay: says(600) },
        units: { utilisation: says(0.95), ...units },
      }),
      pack: 'beijing-2023',
      seed: 5,
    });
  const gaming = [{ units: ['kind:subdistrict'], share: says(0.3), strategy: 'shortTiersOnly' }];

  it.each(['fifo', 'tier', 'due'])('of one group that can do everything change nothing: %s', (queue) => {
    const { assumptions: _, ...without } = runCity(small({ queue: says(queue), gaming }));

    const { parts, assumptions, ...rest } = runCity(
      small({ queue: says(queue), gaming, skills: plans(group('all', 1)) }),
    );

    expect({ ...rest, measures: { ...rest.measures, skillHeldShare: Number.NaN } }).toEqual(without);
    expect(rest.measures.skillHeldShare).toBe(0);
    expect(parts![0]!.rows).toHaveLength(1);
  });

  it('leave nothing undone: what nobody there has the skill for is anybody’s', () => {
    const nobody = plans(group('few', 0.5, ['0101']), group('others', 0.5, ['0102']));

    const { measures, refused, daily } = runCity(small({ skills: nobody }));

    expect(refused).toEqual([]);
    expect(measures.resolutionRate).toBeGreaterThan(0.9);
    expect(daily.at(-1)!.backlog).toBeLessThan(3 * daily[0]!.backlog);
  });

  it.each([
    [
      [{ units: ['nowhere'], groups: [group('all', 1)] }],
      'units.skills[0].units: there is no unit "nowhere"',
    ],
    [plans(group('all', 1, ['99'])), 'units.skills[0].groups[0].items: no item of the city begins with "99"'],
  ])('refuse what the city does not have', (skills, reason) => {
    expect(() => runCity(small({ skills }))).toThrow(reason);
  });

  it('refuse groups whose shares do not make a whole', () => {
    expect(() => small({ skills: plans(group('a', 0.5), group('b', 0.4)) })).toThrow('must make 1');
    expect(() => small({ skills: plans(group('a', 0.5), group('a', 0.5)) })).toThrow(
      'two groups have one id',
    );
  });
});

describe('people shared out', () => {
  it('are all there, whole, and within one of their share', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 8 }),
        (people, weights) => {
          const total = weights.reduce((sum, weight) => sum + weight, 0);
          const parts = shareOut(
            people,
            weights.map((weight) => weight / total),
          );

          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(people);
          for (const [group, part] of parts.entries()) {
            expect(Math.abs(part - (people * weights[group]!) / total)).toBeLessThan(1 + 1e-6);
          }
        },
      ),
      { seed: 7 },
    );
  });
});
