import type { CauseResult, RunResult } from '../../city/run-result.ts';
import type { Scenario } from '../../city/scenario-schema.ts';
import type { CauseFigures } from '../../report/report-input.ts';
import { figureOf } from './figure-of.ts';
import { present } from './present.ts';

/** What caused requests, by kind of cause and surge; undefined where the scenario says nothing of causes. */
export function causeFigures(
  { early, load }: Scenario,
  results: readonly RunResult[],
): readonly CauseFigures[] | undefined {
  if (early === undefined) return undefined;
  return [...early.causes, ...load.surges].map(({ id, title }, kind) => {
    const figure = (of: (cause: CauseResult) => number | null) =>
      figureOf(results.map(({ causes }) => (causes === undefined ? null : of(causes[kind]!))));
    return {
      cause: id,
      title,
      causes: figure(({ causes }) => causes)!,
      tickets: figure(({ tickets }) => tickets)!,
      avoided: figure(({ avoided }) => avoided)!,
      detected: figure(({ detected }) => detected)!,
      ...present({ detectionHours: figure(({ detectionHours }) => detectionHours) }),
    };
  });
}
