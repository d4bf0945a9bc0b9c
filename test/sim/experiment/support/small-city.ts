import type { CitySetup } from '../../../../sim/city/city-setup.ts';
import { type MeasureName, measureNames } from '../../../../sim/city/measures.ts';
import type { RunResult } from '../../../../sim/city/run-result.ts';
import { Streams } from '../../../../sim/engine/streams.ts';

/**
 * A model small enough to know the answers: one day is one draw. It reads the pack's general limit (a longer one makes
 * more tickets late to be on time), its weight of resolution and the scenario's dispatch share, so that changed packs
 * and scenarios show; two packs with the same seed and replication meet the same draws.
 */
export function smallRun({ scenario, rules, seed, replication, days = scenario.days }: CitySetup): RunResult {
  const streams = new Streams(seed * 1_000 + replication);
  const luck = streams.of('luck');
  const draws = Array.from({ length: days }, () => luck.next01());
  const mean = draws.reduce((sum, draw) => sum + draw, 0) / days;
  const limitDays = rules.tiers[rules.tierByKey.get('general')!]!.limitMs / 86_400_000;
  const tickets = 1_000 * scenario.load.dispatchShare.value + 10 * mean;
  const onTimeShare = 0.5 + 0.04 * limitDays + 0.05 * (mean - 0.5);
  const values: Partial<Record<MeasureName, number>> = { tickets, onTimeShare, scoreSpread: Number.NaN };
  const measures = Object.fromEntries(measureNames.map((name) => [name, values[name] ?? mean]));
  const units = ['110101', '110102'].map((unit, i) => ({
    unit,
    kind: 'district',
    district: unit,
    tickets: 100 * (i + 1),
    staff: 3,
    utilisation: mean,
    backlogMax: 5,
    waitHoursMean: i === 0 ? null : mean,
    onTimeShare,
    plays: null,
  }));
  return {
    scenario: scenario.id,
    pack: rules.policyId,
    rulesHash: rules.hash,
    city: scenario.city,
    seed,
    replication,
    startDate: scenario.startDate,
    days,
    warmUpDays: scenario.warmUpDays,
    digest: mean.toString(16).slice(2, 18),
    events: days,
    decisions: days,
    measures: measures as Record<MeasureName, number>,
    byTier: [],
    rungs: [],
    arrivals: [],
    daily: draws.map((draw, day) => ({
      date: `day ${day}`,
      contacts: draw,
      tickets,
      closed: tickets,
      backlog: draw,
      overdueOpen: 0,
      utilisation: draw,
    })),
    units,
    boards: [],
    assumptions: [],
    refused: [],
    monthly: [],
  };
}

/** The small city as a model that an experiment runs: it has no parts to halt at. */
export function* runCity(setup: CitySetup): Generator<number, RunResult> {
  yield 0;
  return smallRun(setup);
}
