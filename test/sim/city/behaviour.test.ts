import { describe, expect, it } from 'vitest';
import { runCity } from '../../../sim/city/run-city.ts';
import type { GamingStrategy } from '../../../sim/city/units-schema.ts';
import { says, scenarioWith, setupOf } from './small-city.ts';

/** One district for two months. */
const run = (overlay: Readonly<Record<string, Record<string, unknown>>> = {}, pack = 'beijing-2019') =>
  runCity(
    setupOf({
      scenario: scenarioWith('beijing-day', {
        startDate: '2025-03-24',
        days: 70,
        warmUpDays: 8,
        ...overlay,
        load: { contactsPerDay: says(800), places: says({ '110101': 1, '*': 0 }), ...overlay.load },
      }),
      pack,
      seed: 5,
    }),
  );

const plays = (strategy: GamingStrategy) => ({
  units: { gaming: [{ units: ['kind:subdistrict'], share: says(1), strategy }] },
});

describe('an ordinary city', () => {
  const { measures, daily } = run();

  it('has the shares that the scenario gives it', () => {
    expect(measures.settledAtDesk / measures.contacts).toBeCloseTo(0.59, 1);
    expect(measures.repeatCallShare).toBeCloseTo(0.35, 1);
    expect(measures.phoneShare).toBeCloseTo(0.9, 1);
    expect(measures.reachedShare).toBeCloseTo(0.7, 1);
    expect(measures.utilisationMean).toBeLessThan(0.85);
  });

  it('has days whose numbers vary more than chance alone would have them', () => {
    const workdays = daily.slice(0, 5 * 7).filter((_, day) => day % 7 < 5);
    const mean = workdays.reduce((sum, { tickets }) => sum + tickets, 0) / workdays.length;
    const variance = workdays.reduce((sum, { tickets }) => sum + (tickets - mean) ** 2, 0) / workdays.length;

    expect(variance / mean).toBeGreaterThan(3);
  });

  it('has fewer staff hours free when it has fewer posts', () => {
    const busy = run({ units: { utilisation: says(0.95) } }).measures;

    expect(busy.utilisationMean).toBeGreaterThan(measures.utilisationMean + 0.05);
    expect(busy.meanWaitHours).toBeGreaterThan(measures.meanWaitHours);
  });
});

describe('units that game', () => {
  const honest = run().measures;

  it('dispute every dispatch, and lose time', () => {
    const { disputedShare, p50HandlingHours } = run(plays('disputeAll')).measures;

    expect(disputedShare).toBeGreaterThan(0.95);
    expect(p50HandlingHours).toBeGreaterThan(honest.p50HandlingHours + 12);
  });

  it('sign and wait, and miss every deadline', () => {
    expect(run(plays('signAndWait')).measures.onTimeShare).toBeLessThan(0.05);
  });

  it('close without solving: fast, on time, and not resolved', () => {
    const { p90HandlingHours, onTimeShare, resolutionRate, reopenedShare } = run(
      plays('closeUnsolved'),
    ).measures;

    expect(p90HandlingHours).toBeLessThan(honest.p90HandlingHours / 2);
    expect(onTimeShare).toBeGreaterThan(honest.onTimeShare);
    expect(resolutionRate).toBeLessThan(honest.resolutionRate - 0.2);
    expect(reopenedShare).toBeGreaterThan(0.4);
  });

  it('work on short limits only: those stay on time and the others are late', () => {
    const { byTier } = run(plays('shortTiersOnly'));
    const onTime = Object.fromEntries(byTier.map(({ tier, onTimeShare }) => [tier, onTimeShare]));

    expect(onTime.basics).toBeGreaterThan(0.85);
    expect(onTime.general).toBeLessThan(0.05);
  });

  it('hold back at first, to rise later', () => {
    const held = run({
      units: { ...plays('holdBack').units, holdBack: { months: says(2), depth: says(2) } },
    }).monthly;

    const [april, may] = held.map(({ resolutionRate }) => resolutionRate!);
    expect(may! - april!).toBeGreaterThan(0.03);
  });
});

describe('whistles', () => {
  it('are blown where phases have switched them on', () => {
    const everywhere = { units: { whistles: { share: says({ '*': 0.2 }) } } };
    const { measures, arrivals } = run(everywhere);

    expect(measures.whistles).toBeGreaterThan(300);
    expect(measures.summonses).toBeGreaterThanOrEqual(measures.whistles);
    expect(arrivals.reduce((sum, { summonses }) => sum + summonses, 0)).toBe(measures.summonses);
    expect(measures.arrivedInTimeShare).toBeGreaterThan(0.8);
  });
});

describe('lists', () => {
  it('move the effort of units: shame spurs what honour eases', () => {
    const spurred = { effort: { listShare: says(0.5), shame: says(3), honour: says(3), keptShare: says(1) } };
    const still = { effort: { listShare: says(0.5), shame: says(0), honour: says(0), keptShare: says(1) } };
    const citizens = { resolved: says(0) };

    const may = (units: Record<string, unknown>) => run({ units, citizens }).monthly.at(-1)!.resolutionRate!;

    expect(may(spurred)).toBeGreaterThan(may(still) + 0.1);
  });
});

describe('old cases', () => {
  it('are loaded at the start and worked off', () => {
    const { daily } = run({ load: { backlog: { tickets: says(3_000) } } });
    const without = run().daily;

    expect(daily[0]!.backlog - without[0]!.backlog).toBeGreaterThan(500);
    expect(daily.at(-1)!.backlog - without.at(-1)!.backlog).toBeLessThan(400);
  });
});
