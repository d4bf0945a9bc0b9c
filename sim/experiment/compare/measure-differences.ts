import type { RunResult } from '../../city/run-result.ts';
import type { DifferenceFigure } from '../../report/comparison-report.ts';
import { figureOf } from '../summary/figure-of.ts';
import { measureText, shownMeasures } from '../summary/measure-figures.ts';

/** Runs of two variants; equal places are the same replication and met the same luck. */
export interface PairedRuns {
  readonly a: readonly RunResult[];
  readonly b: readonly RunResult[];
}

/** Each measure under both, and the paired difference b - a; measures without a value in some replication are left out. */
export const measureDifferences = ({ a, b }: PairedRuns): DifferenceFigure[] =>
  shownMeasures([...a, ...b]).flatMap((name) => {
    const values = { a: a.map(({ measures }) => measures[name]), b: b.map(({ measures }) => measures[name]) };
    const difference = figureOf(values.b.map((value, i) => value - values.a[i]!));
    const [meanA, meanB] = [figureOf(values.a), figureOf(values.b)];
    if (!(difference && meanA && meanB)) return [];
    return [{ name, ...measureText(name), a: meanA.mean, b: meanB.mean, difference }];
  });
