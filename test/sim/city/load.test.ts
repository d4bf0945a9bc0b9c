import { describe, expect, it } from 'vitest';
import { dayTable } from '../../../sim/city/day-table.ts';
import { flowPlans } from '../../../sim/city/flow-plan.ts';
import { readScenarios } from '../../../sim/city/read-scenarios.ts';
import { resolveScenario } from '../../../sim/city/resolve-scenario.ts';
import { says, scenarioWith, setupOf } from './small-city.ts';

const files = readScenarios();
if (!files.ok) throw new Error(files.error);

describe.each([...files.value.keys()])('the scenario %s', (id) => {
  it('is whole, under its own name, and its city and pack are there', () => {
    const { scenario, rules } = setupOf({ scenario: id });

    expect(scenario.id).toBe(id);
    expect(rules.policyId).toBe(scenario.pack);
  });
});

describe('a scenario that is not right', () => {
  it('names each wrong value and where it is', () => {
    const bad = new Map(files.value).set('bad', {
      extends: 'beijing-day',
      id: 'bad',
      load: {
        dispatchShare: { value: 1.2, assumption: 'a test' },
        items: { value: { '01': 1 }, assumption: 'a test' },
      },
    });

    const result = resolveScenario(bad, 'bad');

    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).toContain('load.dispatchShare');
    expect(JSON.stringify(result)).toContain('load.items');
  });

  it('is told from one that extends nothing there is, or itself', () => {
    const lost = new Map([['a', { extends: 'b' }]]);
    const round = new Map([['a', { extends: 'a' }]]);

    expect(JSON.stringify(resolveScenario(lost, 'a'))).toContain('there is no scenario');
    expect(JSON.stringify(resolveScenario(round, 'a'))).toContain('circle');
  });
});

describe('the days of a year', () => {
  const scenario = scenarioWith('beijing-day', {
    startDate: '2025-01-01',
    warmUpDays: 0,
    load: { trendPerYear: says(0) },
  });
  const { factor, isWorkday } = dayTable(scenario, 365);
  const day = (date: string) => (Date.parse(date) - Date.parse('2025-01-01')) / 86_400_000;

  it('carry one mean day on average', () => {
    expect(factor.reduce((sum, one) => sum + one, 0) / 365).toBeCloseTo(1, 10);
  });

  it('know holidays and make-up workdays', () => {
    expect(isWorkday[day('2025-10-02')]).toBe(false);
    expect(isWorkday[day('2025-10-11')]).toBe(true);
    expect(factor[day('2025-10-02')]! / factor[day('2025-10-09')]!).toBeCloseTo(0.5, 10);
    expect(factor[day('2025-10-11')]).toBeCloseTo(factor[day('2025-10-09')]!, 10);
  });
});

describe('the flows of a city', () => {
  const plansOf = (load: Record<string, unknown>) => {
    const setup = setupOf({ scenario: scenarioWith('beijing-day', { load }) });
    return { setup, plans: flowPlans(setup, dayTable(setup.scenario, setup.scenario.days)) };
  };
  const title = { zh: '测试', en: 'A test' };

  it('bring so many times the usual load of the items at the height of a surge, and half of that a half-life later', () => {
    const surge = { id: 'storm', title, from: '2025-05-10', days: 9, items: ['0102'] };
    const { setup, plans } = plansOf({
      surges: [{ ...surge, size: says({ factor: 4 }), halfLifeDays: says(2) }],
    });
    const [base, storm] = plans;
    const share = base!.items.reduce(
      (sum, weight, i) => sum + (setup.rules.items.codes[i]!.startsWith('0102') ? weight : 0),
      0,
    );
    const hour = 4 * 24 + 10;

    expect(storm!.perHour[hour - 24]).toBe(0);
    expect(storm!.perHour[4 * 24]! / (base!.perHour[4 * 24]! * share)).toBeCloseTo(3, 10);
    expect(storm!.perHour[6 * 24]! / (base!.perHour[6 * 24]! * share)).toBeCloseTo(1.5, 10);
  });

  it('bring a number of contacts about one shop in all', () => {
    const surge = {
      id: 'shop',
      title,
      from: '2025-05-10',
      days: 9,
      items: ['0801-01'],
      places: ['110105001'],
    };
    const { plans } = plansOf({ surges: [{ ...surge, size: says({ contacts: 1_700 }) }] });

    expect(plans[1]!.perHour.reduce((sum, rate) => sum + rate, 0)).toBeCloseTo(1_700, 6);
    expect(plans[1]!.placeWeights.filter((weight) => weight > 0)).toHaveLength(1);
  });

  it('refuse a surge of items or places that the city does not have', () => {
    const surge = { id: 'odd', title, from: '2025-05-10', days: 9, size: says({ factor: 2 }) };

    expect(() => plansOf({ surges: [{ ...surge, items: ['99'] }] })).toThrow('surge odd: items');
    expect(() => plansOf({ surges: [{ ...surge, places: ['nowhere'] }] })).toThrow(
      'there is no unit "nowhere"',
    );
  });
});
