import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../../functions/core/time.ts';
import { runCity, simulate } from '../../../../sim/city/run-city.ts';
import { traceRun } from '../../../../sim/city/trace.ts';
import { erlangC } from '../../../../sim/stats/erlang-c.ts';
import { estimate } from '../../../../sim/stats/estimate.ts';
import { plainSetup } from '../plain-city.ts';
import { says, scenarioWith, setupOf } from '../small-city.ts';

/** One kind of matter, led by each of 43 subdistricts and helped by one office of their district. */
const helped = '0301-01';
const helper = '110105-urban';
const ratePerHour = 0.2;
const workHours = 4;
const workShare = 0.1;

const cityWith = (seed: number) =>
  simulate(
    plainSetup(
      {
        startDate: '2025-01-01',
        load: { contactsPerDay: says(ratePerHour * 24 * 43), items: says({ [helped]: 1, '*': 0 }) },
        units: {
          utilisation: says(0.801),
          work: {
            law: says('exponential'),
            hours: says({ '*': workHours }),
            itemFactor: says({ '*': 1 }),
          },
          help: { workShare: says(workShare) },
        },
      },
      'beijing-2023',
      seed,
    ),
  ).city;

describe('a unit that only helps', () => {
  const cities = [1, 2, 3, 4, 5, 6].map(cityWith);
  const unit = cities[0]!.rules.units.byCode.get(helper)!;
  const servers = cities[0]!.posts[unit]!;

  it('has the posts that the parts of others need', () => {
    const load = ratePerHour * 43 * workHours * workShare;

    expect(servers).toBe(Math.ceil(load / 0.801));
  });

  it('lets them wait for a desk as Erlang C says, within 3.3 standard errors', () => {
    const theory = erlangC({
      arrivalRate: ratePerHour * 43,
      serviceRate: 1 / (workHours * workShare),
      servers,
    });

    const { mean, standardError } = estimate(cities.map(({ tallies }) => tallies.waits.mean(unit) / hourMs));

    expect(theory.meanWait).toBeGreaterThan(0.05);
    expect(Math.abs(mean - theory.meanWait)).toBeLessThan(3.3 * standardError);
  });

  it('keeps Little’s law, within a thousandth: some parts straddle the ends of the measured time', () => {
    for (const { tallies, env } of cities) {
      const perMs = tallies.stays.count(unit) / (100 * dayMs);
      const ratio = tallies.atDesk.mean(unit, env.now) / (perMs * tallies.stays.mean(unit));
      expect(Math.abs(ratio - 1)).toBeLessThan(0.001);
    }
  });

  it('does every part of what ends, and makes leads wait that are done before it', () => {
    for (const { help, tallies } of cities) {
      const { helpParts, heldForHelpShare } = help!.measures();
      const led = tallies.stays.pooled.count - tallies.stays.count(unit);
      // What is under way as measuring ends is on one side only.
      expect(Math.abs(helpParts - led)).toBeLessThan(0.01 * led);
      expect(heldForHelpShare).toBeGreaterThan(0);
      expect(heldForHelpShare).toBeLessThan(0.5);
    }
  });
});

describe('helpers in an ordinary city', () => {
  const small = (units: object, items: object = says({ '03': 1, '*': 0 }), pack = 'beijing-2023') =>
    setupOf({
      scenario: scenarioWith('beijing-day', {
        startDate: '2025-03-24',
        days: 50,
        warmUpDays: 8,
        load: { contactsPerDay: says(400), items },
        units,
      }),
      pack,
    });
  const queued = { help: { workShare: says(0.5) } };

  it('are done before the lead answers, and the rules refuse nothing', () => {
    const open = new Map<number, Set<number>>();
    const early: number[] = [];
    let done = 0;

    const { refused } = traceRun(small(queued), {
      open: (ticket) => open.set(ticket, new Set()),
      command: () => {},
      entry: (ticket, _n, _at, event, _by, _rule, unit) => {
        const undone = open.get(ticket)!;
        if (event === 'helperAdded') undone.add(unit);
        // A helper whom the arbiter names the lead helps no more.
        if (event === 'arbitrated' || event === 'helperDone') undone.delete(unit);
        if (event === 'helperDone') done += 1;
        if (event === 'answered' && undone.size > 0) early.push(ticket);
      },
      effect: () => {},
    });

    expect(refused).toEqual([]);
    expect(early).toEqual([]);
    expect(done).toBeGreaterThan(2_000);
  });

  it('cost time: what needs a helper is answered later than where help is for nothing', () => {
    const free = runCity(small({})).measures;

    const { measures, parts } = runCity(small(queued));

    expect(measures.helpParts).toBeGreaterThan(2_000);
    expect(measures.meanHandlingHours).toBeGreaterThan(free.meanHandlingHours);
    expect(measures.staffHours).toBeGreaterThan(free.staffHours * 1.2);
    expect(parts![0]!.rows.length).toBeGreaterThan(10);
  });

  it('change nothing where no matter has a helper', () => {
    const alone = says({ '0101-02': 1, '0101-03': 1, '*': 0 });
    const without = runCity(small({}, alone, 'beijing-2019'));

    const { parts, measures, assumptions, ...rest } = runCity(small(queued, alone, 'beijing-2019'));

    const { measures: usual, assumptions: _, ...others } = without;
    expect(parts![0]!.rows).toEqual([]);
    expect(rest).toEqual(others);
    expect({ ...measures, helpParts: Number.NaN, heldForHelpShare: Number.NaN }).toEqual(usual);
    expect(assumptions.length).toBe(without.assumptions.length + 1);
  });
});
