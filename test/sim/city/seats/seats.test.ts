import { describe, expect, it } from 'vitest';
import { dayMs, secondMs } from '../../../../functions/core/time.ts';
import { runCity, simulate } from '../../../../sim/city/run-city.ts';
import { Level } from '../../../../sim/city/seats/seat-tallies.ts';
import { erlangA } from '../../../../sim/stats/erlang-a.ts';
import { erlangC } from '../../../../sim/stats/erlang-c.ts';
import { estimate } from '../../../../sim/stats/estimate.ts';
import { plainSetup } from '../plain-city.ts';
import { says, scenarioWith, setupOf } from '../small-city.ts';

/** Calls a day, all by telephone, a hundredth of them tickets: 5 minutes each, 10.4 agents' worth of talk. */
const callsPerDay = 3_000;
const talkSeconds = 300;
const arrivalRate = callsPerDay / 86_400;
const serviceRate = 1 / talkSeconds;

const seatsOf = (agents: number, overlay: object = {}) => ({
  agents: says({ workdays: Array(24).fill(agents), daysOff: Array(24).fill(agents) }),
  law: says('exponential'),
  consultTalk: says({ mean: talkSeconds, variation: 1 }),
  ticketTalk: says({ mean: talkSeconds, variation: 1 }),
  redial: { share: says(0), afterMinutes: says(10), timesMax: says(0) },
  levelSeconds: says(20),
  ...overlay,
});

const load = { contactsPerDay: says(callsPerDay), dispatchShare: says(0.01), phoneShare: says(1) };

/** Eight cities, each with its own luck. */
const cities = (seats: object) =>
  [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
    const setup = plainSetup({ warmUpDays: 2, days: 22, load, seats }, 'beijing-2019', seed);
    return simulate(setup).city;
  });

/** Whether the mean of independent runs agrees with theory, within 3.3 standard errors. */
function agrees(samples: readonly number[], theory: number): boolean {
  const { mean, standardError } = estimate(samples);
  return Math.abs(mean - theory) < 3.3 * standardError;
}

const sum = (column: Float64Array) => column.reduce((total, value) => total + value, 0);

describe('agents whose callers wait for ever', () => {
  const theory = erlangC({ arrivalRate, serviceRate, servers: 13 });
  const tallies = cities(seatsOf(13)).map(({ seats }) => seats!.tallies);

  it('let as many wait, and as long, as Erlang C says', () => {
    const waits = tallies.map(({ waited, answered }) => sum(waited) / sum(answered));
    const means = tallies.map(({ waitMs, answered }) => sum(waitMs) / sum(answered) / 1_000);

    expect(agrees(waits, theory.waits)).toBe(true);
    expect(agrees(means, theory.meanWait)).toBe(true);
  });

  it('answer the share within 20 seconds that Erlang C says', () => {
    const drain = 13 * serviceRate - arrivalRate;

    const shares = tallies.map(({ inTime, offered }) => sum(inTime) / sum(offered));

    expect(agrees(shares, 1 - theory.waits * Math.exp(-drain * 20))).toBe(true);
  });
});

describe('agents whose callers hang up', () => {
  const patienceSeconds = 120;
  const servers = 10;
  const theory = erlangA({ arrivalRate, serviceRate, servers, abandonRate: 1 / patienceSeconds });
  const impatient = cities(seatsOf(servers, { patienceSeconds: says(patienceSeconds) }));

  it('lose as many, and are as busy, as Erlang A says, with more calls than they could take', () => {
    const lost = impatient.map(({ seats }) => sum(seats!.tallies.abandoned) / sum(seats!.tallies.offered));
    const used = impatient.map(({ seats }) => seats!.measures().seatUtilisation);

    expect(arrivalRate / serviceRate).toBeGreaterThan(servers);
    expect(agrees(lost, theory.abandons)).toBe(true);
    expect(agrees(used, theory.utilization)).toBe(true);
  });

  it('keep Little’s law of those who wait: as many wait as hang up in the time that they are patient', () => {
    const ratios = impatient.map(({ seats, env }) => {
      const { abandoned, levels } = seats!.tallies;
      const abandonedPerMs = sum(abandoned) / (20 * dayMs);
      return levels.mean(Level.waiting, env.now) / (abandonedPerMs * patienceSeconds * secondMs);
    });

    expect(agrees(ratios, 1)).toBe(true);
  });
});

describe('seats in an ordinary city', () => {
  const small = (overlay: Readonly<Record<string, unknown>>) =>
    setupOf({
      scenario: scenarioWith('beijing-day', {
        startDate: '2025-03-24',
        days: 30,
        warmUpDays: 8,
        citizens: { againShare: says(0) },
        load: { contactsPerDay: says(500) },
        ...overlay,
      }),
      pack: 'beijing-2023',
    });

  it('change nothing but the minute at which a ticket is made, where there is an agent for everybody', () => {
    const without = runCity(small({})).measures;

    const { measures, refused } = runCity(small({ seats: seatsOf(1_000) }));

    expect(measures.answeredInTimeShare).toBe(1);
    expect(measures.meanAnswerSeconds).toBe(0);
    // Calls that the end of a measured day cuts in two count on one side or the other.
    expect(Math.abs(measures.contacts - without.contacts)).toBeLessThan(20);
    expect(Math.abs(measures.tickets - without.tickets)).toBeLessThan(20);
    expect(measures.phoneShare).toBeCloseTo(without.phoneShare, 2);
    expect(refused).toEqual([]);
  });

  it('lose tickets where nobody is there to answer, all but those of the network', () => {
    const none = seatsOf(0, { patienceSeconds: says(60) });

    const { measures } = runCity(small({ seats: none }));

    expect(measures.phoneShare).toBe(0);
    expect(measures.abandonedShare).toBe(1);
    expect(measures.tickets).toBeGreaterThan(100);
  });

  it('are tried again by those who hang up, as often as the scenario says', () => {
    const seats = (share: number) =>
      seatsOf(0, {
        patienceSeconds: says(60),
        redial: { share: says(share), afterMinutes: says(10), timesMax: says(2) },
      });
    const once = runCity(small({ seats: seats(0) })).measures;

    const again = runCity(small({ seats: seats(1) })).measures;

    expect(again.callsOffered / once.callsOffered).toBeCloseTo(3, 1);
    expect(again.callsLost / once.callsLost).toBeCloseTo(1, 1);
  });

  it('give the same result each time, and show every hour', () => {
    const setup = small({ seats: seatsOf(2, { patienceSeconds: says(90) }) });

    const first = runCity(setup);

    expect(runCity(setup)).toEqual(first);
    expect(first.parts!.map(({ part, rows }) => [part, rows.length])).toEqual([['seats', 24]]);
    expect(first.parts![0]!.rows[10]).toMatchObject({ key: '10:00' });
  });
});
