import { measureNames, measures } from '../../city/measures.ts';
import type { MonthFigures } from '../../city/month-figures.ts';
import type { RunResult } from '../../city/run-result.ts';
import type { Scenario } from '../../city/scenario-schema.ts';
import type { Figure, MeasureUnit } from '../../report/report-input.ts';
import { figureOf, meanOf } from './figure-of.ts';
import { present } from './present.ts';

/** A figure published elsewhere beside the run's own of the same month or year. */
export interface PublishedPoint {
  /** `2019-01`, or `2022` for a year: then the mean of its months in the run. */
  readonly date: string;
  readonly measure: string;
  readonly unit: MeasureUnit;
  readonly published: number;
  /** Absent where the run has no such month or measure. */
  readonly simulated?: Figure;
  readonly source: string;
}

/** Sets a scenario's published figures beside what the replications show. They were never an input of the run. */
export const publishedPoints = (
  { published }: Pick<Scenario, 'published'>,
  results: readonly Pick<RunResult, 'monthly' | 'measures'>[],
): PublishedPoint[] =>
  published.map(({ date, measure, value, source }) => {
    const name = measureNames.find((known) => known === measure);
    return {
      date,
      measure,
      unit: name === undefined ? 'count' : measures[name].unit,
      published: value,
      ...present({ simulated: figureOf(results.map(({ monthly }) => valueIn(monthly, date, measure))) }),
      source,
    };
  });

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
