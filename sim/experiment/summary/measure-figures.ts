import type { Text } from '../../../functions/messages/text.ts';
import {
  type Measure,
  type MeasureName,
  type MeasureUnit,
  measureNames,
  measures,
} from '../../city/measures.ts';
import type { RunResult } from '../../city/run-result.ts';
import type { MeasureFigure } from '../../report/report-input.ts';
import { figureOf } from './figure-of.ts';
import { present } from './present.ts';

/**
 * Every measure with its interval, in their order; those without a value in some replication are left out, and those of
 * acting early and of parts of the model where the scenario says nothing of them.
 */
export const measureFigures = (
  results: readonly Pick<RunResult, 'measures' | 'causes' | 'parts'>[],
): MeasureFigure[] =>
  shownMeasures(results).flatMap((name) => {
    const figure = figureOf(results.map((result) => result.measures[name]));
    return figure === undefined ? [] : [{ name, ...measureText(name), figure }];
  });

/** The measures that say something of these results, in their order. */
export function shownMeasures(
  results: readonly Pick<RunResult, 'causes' | 'parts'>[],
): readonly MeasureName[] {
  const shown = new Set<Measure['of']>([undefined]);
  for (const { causes, parts = [] } of results) {
    if (causes !== undefined) shown.add('early');
    for (const { part } of parts) shown.add(part);
  }
  return measureNames.filter((name) => {
    const { of }: Measure = measures[name];
    return shown.has(of);
  });
}

/** How a measure is shown: its title, its unit and which way a city wants it to go. */
export function measureText(name: MeasureName): {
  readonly title: Text;
  readonly unit: MeasureUnit;
  readonly better?: 'higher' | 'lower';
  readonly of?: NonNullable<Measure['of']>;
} {
  const { zh, en, unit, better, of }: Measure = measures[name];
  return { title: { zh, en }, unit, ...present({ better, of }) };
}
