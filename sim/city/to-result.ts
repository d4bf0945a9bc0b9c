import { isoDateOf } from '../../functions/core/calendar/civil-day.ts';
import { listAssumptions } from '../../functions/core/policy/list-assumptions.ts';
import { hourMs } from '../../functions/core/time.ts';
import { digestOf } from '../engine/digest.ts';
import type { City } from './city.ts';
import type { CityEvents } from './city-events.ts';
import { causeResults } from './early/early-measures.ts';
import { measuresOf } from './measures-of.ts';
import { partResults } from './parts/part-results.ts';
import { onDuty } from './roster.ts';
import type { RunResult, TierResult, UnitResult } from './run-result.ts';
import { gamingStrategies } from './units-schema.ts';

/** What a finished run shows. */
export function toResult(city: City, events: CityEvents): RunResult {
  const { setup, rules, tallies, days, out, env } = city;
  const { scenario, seed, replication } = setup;
  const units = unitResults(city);
  const measures = measuresOf(city, events);
  const parts = partResults(city);
  const levels = Float64Array.from([
    ...events.daily.flatMap(({ backlog, overdueOpen }) => [backlog, overdueOpen]),
    ...units.map(({ waitHoursMean }) => waitHoursMean ?? -1),
    ...events.months.flatMap(({ groups }) =>
      Object.values(groups).flatMap((rows) => rows.map(({ score }) => score ?? -1)),
    ),
  ]);
  return {
    scenario: scenario.id,
    pack: rules.policyId,
    rulesHash: rules.hash,
    city: scenario.city,
    seed,
    replication,
    startDate: isoDateOf(city.table.first),
    days,
    warmUpDays: scenario.warmUpDays,
    digest: digestOf([
      ...tallies.arrays,
      levels,
      ...(city.early?.isOn ? city.early.tallies.arrays : []),
      ...(city.seats?.tallies.arrays ?? []),
    ]),
    events: env.fired + city.tickets,
    decisions: city.decisions + out.promises,
    measures,
    byTier: tierResults(city),
    rungs: rules.ladder.keys.map((rung, i) => ({ rung, count: tallies.rungs[i]! })),
    arrivals: rules.whistleKinds.map(({ key }, kind) => ({
      kind: key,
      summonses: tallies.kindSummonses[kind]!,
      onTimeShare: ratio(tallies.kindInTime[kind]!, tallies.kindSummonses[kind]!),
      minutes: tallies.arrivals[kind]!.toHistogram(),
    })),
    daily: events.daily,
    units,
    boards: events.months,
    monthly: events.monthly,
    ...(city.early === undefined ? {} : { causes: causeResults(city.early, scenario) }),
    ...(parts.length === 0 ? {} : { parts }),
    assumptions: listAssumptions(scenario).map(({ path, value, why }) => ({ key: path, value, why })),
    refused: [...city.refused].map(([command, count]) => ({ command, count })),
  };
}

const tierResults = ({ rules, tallies }: City): TierResult[] =>
  rules.tiers.flatMap(({ key }, tier) => {
    const hours = tallies.handling[tier]!;
    const ended = tallies.tierEnded[tier]!;
    if (ended === 0 && hours.total === 0) return [];
    return [
      {
        tier: key,
        tickets: ended,
        onTimeShare: ratio(tallies.tierOnTime[tier]!, ended),
        p50Hours: known(hours.quantile(0.5)),
        p90Hours: known(hours.quantile(0.9)),
        p99Hours: known(hours.quantile(0.99)),
        latenessHours: tallies.lateness[tier]!.toHistogram(),
      },
    ];
  });

function unitResults({ rules, tallies, posts, spans, gaming }: City): UnitResult[] {
  const { units } = rules;
  const fullest = spans.reduce((most, { share }) => Math.max(most, share), 0);
  return units.codes.flatMap((code, unit) => {
    const tickets = tallies.ended.counts[unit]!;
    const inHand = tallies.inHand.greatest(unit);
    if (tickets === 0 && inHand === 0) return [];
    return [
      {
        unit: code,
        kind: units.kinds[unit]!,
        district: units.codes[units.district[unit]!]!,
        tickets,
        staff: onDuty(posts[unit]!, fullest),
        utilisation: tallies.dutyHours[unit]! > 0 ? tallies.workHours[unit]! / tallies.dutyHours[unit]! : 0,
        backlogMax: inHand,
        waitHoursMean: known(tallies.waits.mean(unit) / hourMs),
        onTimeShare: ratio(tallies.onTime.counts[unit]!, tickets),
        plays: gamingStrategies[gaming[unit]! - 1] ?? null,
      },
    ];
  });
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
