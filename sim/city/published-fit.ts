import type { RunResult } from './run-result.ts';
import type { Scenario } from './scenario-schema.ts';

/** One published figure beside the run's. */
interface PublishedPoint {
  readonly date: string;
  readonly measure: string;
  readonly published: number;
  /** `null` where the run has no such month or measure. */
  readonly simulated: number | null;
  readonly source: string;
}

export interface PublishedFit {
  readonly points: readonly PublishedPoint[];
  /** Root of the mean squared difference of the points that the run has; `null` without any. */
  readonly rootMeanSquare: number | null;
}

/**
 * Sets the figures a scenario quotes beside the run: those of a month beside that month, those of a year beside the mean of
 * its months. It shows how far the scenario's free values reach; it predicts nothing.
 */
export function publishedFit(scenario: Scenario, { monthly }: Pick<RunResult, 'monthly'>): PublishedFit {
  const points = scenario.published.map(({ date, measure, value, source }): PublishedPoint => {
    const values = monthly
      .filter(({ month }) => month.startsWith(date))
      .flatMap((figures) => {
        const found = (figures as unknown as Readonly<Record<string, unknown>>)[measure];
        return typeof found === 'number' ? [found] : [];
      });
    const simulated = values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
    return { date, measure, published: value, simulated, source };
  });
  const squares = points.flatMap(({ published, simulated }) =>
    simulated === null ? [] : [(simulated - published) ** 2],
  );
  const mean = squares.reduce((sum, one) => sum + one, 0) / squares.length;
  return { points, rootMeanSquare: squares.length === 0 ? null : Math.sqrt(mean) };
}
