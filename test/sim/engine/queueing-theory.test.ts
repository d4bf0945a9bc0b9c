import { describe, expect, it } from 'vitest';
import { erlangC } from '../../../sim/stats/erlang-c.ts';
import { type Estimate, estimate } from '../../../sim/stats/estimate.ts';
import { QueueModel } from './queue-model.ts';

/** Fixed beforehand: standard errors allowed between simulation and theory. */
const tolerance = 3.3;
const units = 60;
const horizon = 1_500;
const warmUpUntil = 300;

const deviation = (result: Estimate, theory: number) => Math.abs(result.mean - theory) / result.standardError;

describe.each([
  { name: 'M/M/1 at load 0.5', servers: 1, arrivalRate: 0.5 },
  { name: 'M/M/1 at load 0.8', servers: 1, arrivalRate: 0.8 },
  { name: 'M/M/3 at load 0.8', servers: 3, arrivalRate: 2.4 },
  { name: 'M/M/9 at load 0.8', servers: 9, arrivalRate: 7.2 },
])('$name', ({ servers, arrivalRate }) => {
  const theory = erlangC({ arrivalRate, serviceRate: 1, servers });
  const model = new QueueModel({ units, servers, warmUpUntil });
  model.run({ arrivalRate, horizon, seed: 41 });
  const over = (of: (unit: number) => number) =>
    estimate(Array.from({ length: units }, (_, unit) => of(unit)));

  it('waits as long as Erlang C says, within 3.3 standard errors of independent units', () => {
    expect(
      deviation(
        over((unit) => model.waits.mean(unit)),
        theory.meanWait,
      ),
    ).toBeLessThan(tolerance);
  });

  it('is as full and as busy as theory says', () => {
    const inSystem = over((unit) => model.inSystem.mean(unit, horizon));
    const utilization = over((unit) => model.busy.mean(unit, horizon) / servers);

    expect(deviation(inSystem, arrivalRate * theory.meanInSystem)).toBeLessThan(tolerance);
    expect(deviation(utilization, theory.utilization)).toBeLessThan(tolerance);
  });

  it("obeys Little's law at every unit: mean number in system = arrival rate x mean time in system", () => {
    const measuredFor = horizon - warmUpUntil;
    const total = { number: 0, time: 0 };
    for (let unit = 0; unit < units; unit++) {
      const { counts } = model.arrivals;
      const inSystemMax = Math.max(1, model.inSystem.greatest(unit));
      const number = model.inSystem.mean(unit, horizon) * measuredFor;
      const time = counts[unit]! * model.inSystemTimes.mean(unit);

      // Exact but for those in the system when measuring starts or ends: each is off by a few times in system at most.
      const slack = 2 * inSystemMax * model.inSystemTimes.greatest(unit);
      expect(Math.abs(number - time)).toBeLessThan(slack);
      total.number += number;
      total.time += time;
    }
    // What straddles the ends cancels over many units.
    expect(Math.abs(total.number / total.time - 1)).toBeLessThan(0.01);
  });
});
