import { listAssumptions } from '../../../functions/core/policy/list-assumptions.ts';
import { measureNames, measures } from '../../city/measures.ts';
import type { MonthFigures } from '../../city/month-figures.ts';
import type { RunResult } from '../../city/run-result.ts';
import type { Scenario } from '../../city/scenario-schema.ts';
import type { PublishedFigures, PublishedPoint } from '../../report/report-input.ts';
import { figureOf, meanOf } from './figure-of.ts';
import { present } from './present.ts';

/** Sets a scenario's published figures beside what the replications show. They were never an input of the run. */
export const publishedPoints = (
  { published }: Pick<Scenario, 'published'>,
  results: readonly Pick<RunResult, 'monthly' | 'measures'>[],
): PublishedPoint[] =>
  published.map(({ date, measure, value, source }) => {
    const name = measureNames.find((known) => known === measure);
    return {
      date,
      title:
        name === undefined ? { zh: measure, en: measure } : { zh: measures[name].zh, en: measures[name].en },
      unit: name === undefined ? 'count' : measures[name].unit,
      published: value,
      ...present({ simulated: figureOf(results.map(({ monthly }) => valueIn(monthly, date, measure))) }),
      source,
    };
  });

/** The figures with their distance, and how many assumed values of the scenario were free; undefined without any. */
export function publishedFigures(
  scenario: Scenario,
  results: readonly Pick<RunResult, 'monthly' | 'measures'>[],
): PublishedFigures | undefined {
  const points = publishedPoints(scenario, results);
  if (points.length === 0) return undefined;
  return { points, free: listAssumptions(scenario).length, ...present({ distance: distanceFrom(points) }) };
}

/** Root mean square distance of the simulated from the published, over the points that the run has. */
export const distanceFrom = (points: readonly PublishedPoint[]): number | undefined => {
  const squares = points.flatMap(({ published, simulated }) =>
    simulated === undefined ? [] : [(simulated.mean - published) ** 2],
  );
  const mean = meanOf(squares);
  return mean === undefined ? undefined : Math.sqrt(mean);
};

function valueIn(monthly: readonly MonthFigures[], date: string, measure: string): number | undefined {
  const values = monthly
    .filter(({ month }) => month === date || month.startsWith(`${date}-`))
    .map((month) => (Object.hasOwn(month, measure) ? month[measure as keyof MonthFigures] : null));
  return values.every((value) => typeof value === 'number') ? meanOf(values as number[]) : undefined;
}
