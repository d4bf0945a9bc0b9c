import type { EChartsOption } from 'echarts';
import type { ComparisonReport } from '../../comparison-report.ts';
import type { ReportInput, RunReport } from '../../report-input.ts';
import { movedRows, otherRows, shareRows } from '../forest-rows.ts';
import type { PageView } from '../view.ts';
import { arrivalChart } from './arrival-chart.ts';
import { countChart } from './count-chart.ts';
import { dailyChart } from './daily-chart.ts';
import { forestChart } from './forest-chart.ts';
import { gamingChart } from './gaming-chart.ts';
import { districtChart } from './map-chart.ts';
import { measureChart } from './measure-chart.ts';
import { queueChart } from './queue-chart.ts';
import { sweepChart } from './sweep-chart.ts';
import { latenessChart, onTimeChart } from './tier-charts.ts';
import { fairnessChart, ranksChart } from './unit-charts.ts';

type Chart<Input> = (input: Input, view: PageView) => EChartsOption;

const runCharts: Readonly<Record<string, Chart<RunReport>>> = {
  rates: ({ measures }, view) => measureChart(measures, view),
  onTime: onTimeChart,
  lateness: latenessChart,
  flowChart: ({ daily }, view) => dailyChart(daily, ['contacts', 'tickets', 'closed'], view),
  backlogChart: ({ daily }, view) => dailyChart(daily, ['backlog', 'overdueOpen'], view),
  utilisationChart: ({ daily }, view) => dailyChart(daily, ['utilisation'], view),
  rungs: ({ rungs }, view) => countChart(rungs, view),
  arrivals: arrivalChart,
  map: districtChart,
  queues: ({ units }, view) => queueChart(units, view),
};

const comparisonCharts: Readonly<Record<string, Chart<ComparisonReport>>> = {
  forestShares: (report, view) => forestChart(shareRows(report, view.language), '', view),
  forestOthers: (report, view) => forestChart(otherRows(report, view.language), '%', view),
  ranks: ranksChart,
  fairness: fairnessChart,
  gaming: gamingChart,
  moved: (report, view) => forestChart(movedRows(report, view.language), '', view),
};

/** What ECharts draws for the chart of this name. Undefined for a name that this kind of page does not have. */
export function chartOf(name: string, input: ReportInput, view: PageView): EChartsOption | undefined {
  if (input.kind === 'run') return runCharts[name]?.(input, view);
  if (input.kind === 'comparison') return comparisonCharts[name]?.(input, view);
  return name.startsWith('sweep ') ? sweepChart(input, name.slice('sweep '.length), view) : undefined;
}
