import type { Text } from '../../functions/messages/text.ts';
import type { Figure, MeasureUnit, ReportBase, RunSubject } from './report-input.ts';

/** A measure under two packs on the same luck. */
export interface DifferenceFigure {
  readonly name: string;
  readonly title: Text;
  readonly unit: MeasureUnit;
  readonly a: number;
  readonly b: number;
  /** b - a, replication by replication. */
  readonly difference: Figure;
  /** Which way a city wants it to go; absent where neither is better. */
  readonly better?: 'higher' | 'lower';
  /** Counted of acting early. */
  readonly of?: 'early' | 'skills' | 'help' | 'seats';
}

/** A unit on the same board under two packs. */
export interface UnitShift {
  readonly unit: string;
  readonly name: Text;
  readonly group: string;
  readonly tickets: number;
  readonly staff: number;
  readonly rankA?: number;
  readonly rankB?: number;
  readonly scoreA?: number;
  readonly scoreB?: number;
  /** Difference of scores, b - a. */
  readonly difference?: Figure;
  readonly classA?: string;
  readonly classB?: string;
}

/** How far a score follows what a unit cannot help: Kendall's tau of score against it. */
export interface FairnessFigure {
  readonly against: 'load' | 'size' | 'mix';
  readonly a: number;
  readonly b: number;
}

/** What a unit gains on its board by a strategy that helps no citizen. */
export interface GamingFigure {
  readonly strategy: string;
  readonly title: Text;
  readonly a: Figure;
  readonly b: Figure;
}

/** The verdict when one assumption is moved. */
export interface MovedAssumption {
  readonly key: string;
  /** Such as -0.2 for 20 % less. */
  readonly by: number;
  readonly difference: Figure;
  readonly flips: boolean;
}

/** Two packs in one scenario, on the same streams of chance. */
export interface ComparisonReport extends ReportBase {
  readonly kind: 'comparison';
  readonly a: RunSubject;
  readonly b: RunSubject;
  readonly measures: readonly DifferenceFigure[];
  /** The measure the verdict is about. */
  readonly verdict: string;
  readonly units: readonly UnitShift[];
  readonly stability: readonly { readonly group: string; readonly tau: Figure }[];
  readonly fairness: readonly FairnessFigure[];
  readonly gaming: readonly GamingFigure[];
  readonly moved: readonly MovedAssumption[];
}
