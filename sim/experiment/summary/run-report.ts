import { type Assumption, listAssumptions } from '../../../functions/core/policy/list-assumptions.ts';
import type { RunResult } from '../../city/run-result.ts';
import type { AssumptionLine, RunReport, RunSubject, TicketTimeline } from '../../report/report-input.ts';
import { mergedPack } from '../setup/merged-pack.ts';
import type { Variant } from '../setup/variant.ts';
import { boardFigures } from './board-figures.ts';
import { causeFigures } from './cause-figures.ts';
import { type CityNames, cityNames } from './city-names.ts';
import { dailyFigures } from './daily-figures.ts';
import { measureFigures } from './measure-figures.ts';
import { partFigures } from './part-figures.ts';
import { present } from './present.ts';
import { publishedFigures } from './published-points.ts';
import { shapeFeatures } from './shape-features.ts';
import { arrivalFigures, rungFigures, tierFigures } from './tier-figures.ts';
import { titleOf } from './titles.ts';
import { districtFigures, unitFigures } from './unit-figures.ts';

/** A variant and what its replications showed. */
export interface RunInput {
  readonly variant: Variant;
  readonly results: readonly RunResult[];
  /** The command that makes this result again. */
  readonly command: string;
  readonly tickets: readonly TicketTimeline[];
}

/** What was run, so that anyone can run it again. */
export function subjectOf(
  { variant, results }: Pick<RunInput, 'variant' | 'results'>,
  names: CityNames,
): RunSubject {
  const first = results[0]!;
  return {
    scenario: first.scenario,
    scenarioTitle: variant.scenario.title,
    pack: first.pack,
    rulesHash: first.rulesHash,
    city: names.city,
    startDate: first.startDate,
    days: first.days,
    warmUpDays: first.warmUpDays,
    seed: first.seed,
    replications: results.length,
    digest: first.digest,
  };
}

/** Everything a run's page and files show. Needs at least one finished replication. */
export function runReport({ variant, results, command, tickets }: RunInput): RunReport {
  const names = cityNames(variant.sources);
  const units = unitFigures(results, names);
  const shapes = shapeFeatures(variant.sources.city, names);
  const pack = mergedPack(variant.sources);
  const subject = subjectOf({ variant, results }, names);
  return {
    kind: 'run',
    title: {
      zh: `${subject.scenarioTitle.zh}：${subject.pack}`,
      en: `${subject.scenarioTitle.en}: ${subject.pack}`,
    },
    labels: pack.labels,
    command,
    subject,
    measures: measureFigures(results),
    tiers: tierFigures(results),
    rungs: rungFigures(results),
    arrivals: arrivalFigures(results, (kind) => pack.whistleTitle(kind) ?? titleOf(kind)),
    daily: dailyFigures(results),
    units,
    boards: boardFigures(results, names),
    districts: districtFigures(units, names),
    ...(shapes === undefined ? {} : { shapes }),
    tickets,
    ...present({
      published: publishedFigures(variant.scenario, results),
      causes: causeFigures(variant.scenario, results),
      parts: partFigures(variant.scenario, results, names),
    }),
    assumptions: assumptionLines({ variant }),
    traceCommand: `npm run sim -- trace ${subject.scenario} --pack ${subject.pack} --seed ${subject.seed} --days ${subject.days} --ticket {number}`,
  };
}

/** Every value nobody published that a run rests on: of the pack first, then of the scenario. */
export function assumptionLines({ variant }: Pick<RunInput, 'variant'>): AssumptionLine[] {
  const line =
    (from: string) =>
    ({ path, value, why }: Assumption) => ({
      key: `${from}.${path}`,
      value: typeof value === 'string' ? value : JSON.stringify(value),
      why,
    });
  return [
    ...listAssumptions(mergedPack(variant.sources).content).map(line('pack')),
    ...listAssumptions(variant.scenario).map(line('scenario')),
  ];
}
