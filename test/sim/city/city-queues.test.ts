import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../functions/core/time.ts';
import type { City } from '../../../sim/city/city.ts';
import { Live, liveWidth, Stage, Times, timesWidth } from '../../../sim/city/live-tickets.ts';
import { simulate } from '../../../sim/city/run-city.ts';
import { erlangC } from '../../../sim/stats/erlang-c.ts';
import { estimate } from '../../../sim/stats/estimate.ts';
import { plainSetup } from './plain-city.ts';
import { says, scenarioWith, setupOf } from './small-city.ts';

/** The places of Chaoyang, all alike. */
const subdistricts = 43;
/** Requests an hour at each. */
const rate = 0.8;

const days = { warmUpDays: 20, days: 220 };

const cityWith = (servers: number) => {
  const hours = says({ '*': servers });
  const setup = plainSetup({
    ...days,
    load: { contactsPerDay: says(rate * 24 * subdistricts) },
    units: {
      utilisation: says(0.801),
      work: { law: says('exponential'), hours, itemFactor: says({ '*': 1 }), againShare: says(1) },
    },
  });
  return simulate(setup).city;
};

const unitsOf = ({ posts }: City) => [...posts.entries()].filter(([, n]) => n > 0).map(([unit]) => unit);

describe.each([{ servers: 1 }, { servers: 3 }])('desks of $servers with exponential work', ({ servers }) => {
  const city = cityWith(servers);
  const units = unitsOf(city);

  it('wait as Erlang C says, within 3.3 standard errors', () => {
    const waits = units.map((unit) => city.tallies.waits.mean(unit) / hourMs);

    const { mean, standardError } = estimate(waits);

    expect(units).toHaveLength(subdistricts);
    expect(units.map((unit) => city.posts[unit])).toEqual(units.map(() => servers));
    const theory = erlangC({ arrivalRate: rate, serviceRate: 1 / servers, servers }).meanWait;
    expect(Math.abs(mean - theory)).toBeLessThan(3.3 * standardError);
  });

  it('keep Little’s law, each within 3 %: some matters straddle the ends of the measured time', () => {
    const measuredHours = ((days.days - days.warmUpDays) * dayMs) / hourMs;

    for (const unit of units) {
      const { stays, atDesk } = city.tallies;
      const perHour = stays.count(unit) / measuredHours;
      const level = atDesk.mean(unit, city.env.now);
      expect(Math.abs(level / ((perHour * stays.mean(unit)) / hourMs) - 1)).toBeLessThan(0.03);
    }
  });
});

describe('the units of an ordinary city, with shifts and days off', () => {
  it('keep Little’s law exactly, from an empty city on', () => {
    const scenario = scenarioWith('beijing-day', {
      days: 40,
      warmUpDays: 0,
      load: { contactsPerDay: says(6_000), places: says({ '110105': 1, '*': 0 }) },
    });
    const { city } = simulate(setupOf({ scenario, pack: 'beijing-2023', seed: 3 }));
    const { stays, atDesk } = city.tallies;
    const under = stillAtDesk(city);

    for (const unit of unitsOf(city)) {
      const area = atDesk.mean(unit, city.env.now) * (city.env.now - city.startAt);
      const spent = stays.count(unit) * (stays.count(unit) > 0 ? stays.mean(unit) : 0) + under[unit]!;
      expect(Math.abs(area - spent)).toBeLessThan(1e-9 * Math.max(area, dayMs));
    }
    expect(stays.pooled.count).toBeGreaterThan(50_000);
    expect(under.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThan(0);
  });
});

/** By unit: how long what is at its desk as the run ends has been there. */
function stillAtDesk({ live, rules, env }: City): Float64Array {
  const spent = new Float64Array(rules.units.count);
  for (let row = 0; row * liveWidth < live.words.length; row += 1) {
    const at = row * liveWidth;
    const stage = live.words[at + Live.stage]!;
    const isTicket = live.words[at + Live.number] !== 0 && (stage === Stage.queue || stage === Stage.work);
    if (!isTicket) continue;
    spent[live.ticket.read(row).lead]! += env.now - live.times[row * timesWidth + Times.ready]!;
  }
  return spent;
}
