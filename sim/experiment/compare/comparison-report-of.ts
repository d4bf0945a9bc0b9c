import type { MeasureName } from '../../city/measures.ts';
import type { ComparisonReport, GamingFigure, MovedAssumption } from '../../report/comparison-report.ts';
import { mergedPack } from '../setup/merged-pack.ts';
import { cityNames } from '../summary/city-names.ts';
import { assumptionLines, subjectOf } from '../summary/run-report.ts';
import { fairness } from './fairness.ts';
import { measureDifferences, type PairedRuns } from './measure-differences.ts';
import type { Sides } from './move-assumptions.ts';
import { rankStability } from './rank-stability.ts';
import { unitShifts } from './unit-shifts.ts';

/** What a comparison was made of. Both sides have the same replications, at least one. */
export interface ComparisonInput {
  readonly sides: Sides;
  readonly runs: PairedRuns;
  readonly verdict: MeasureName;
  readonly gaming: readonly GamingFigure[];
  readonly moved: readonly MovedAssumption[];
  readonly command: string;
}

/** Everything a comparison's page and files show. */
export function comparisonReportOf({
  sides,
  runs,
  verdict,
  gaming,
  moved,
  command,
}: ComparisonInput): ComparisonReport {
  const names = cityNames(sides.a.sources);
  const a = subjectOf({ variant: sides.a, results: runs.a }, names);
  const b = subjectOf({ variant: sides.b, results: runs.b }, cityNames(sides.b.sources));
  const sideTitle = (lang: 'zh' | 'en') =>
    a.scenario === b.scenario
      ? `${a.scenarioTitle[lang]}: ${a.pack} / ${b.pack}`
      : `${a.scenarioTitle[lang]}: ${a.pack} / ${b.scenarioTitle[lang]}: ${b.pack}`;
  const assumptions = [sides.a, sides.b].flatMap((variant) => assumptionLines({ variant }));
  const isFirst = new Map(assumptions.map((line) => [`${line.key} ${line.value} ${line.why}`, line]));
  return {
    kind: 'comparison',
    title: { zh: sideTitle('zh'), en: sideTitle('en') },
    labels: { ...mergedPack(sides.a.sources).labels, ...mergedPack(sides.b.sources).labels },
    command,
    a,
    b,
    measures: measureDifferences(runs),
    verdict,
    units: unitShifts(runs, names),
    stability: rankStability(runs),
    fairness: fairness(runs),
    gaming,
    moved,
    assumptions: [...isFirst.values()],
  };
}
