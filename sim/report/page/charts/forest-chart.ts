import type { EChartsOption } from 'echarts';
import type { Figure } from '../../report-input.ts';
import { numberText } from '../format.ts';
import type { Reading } from '../reading.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, ink, palette } from './chart-style.ts';
import { whiskers } from './whiskers.ts';

/** A row of a forest plot, in the unit of its axis. */
export interface ForestRow {
  readonly title: string;
  readonly figure: Figure;
  readonly reading: Reading;
  readonly tip: string;
}

const colors = {
  better: palette[2],
  worse: palette[1],
  neither: palette[0],
  uncertain: palette[6],
} as const satisfies Record<Reading, string>;

/** Differences with their intervals around a line at zero, the first on top. */
export function forestChart(
  rows: readonly ForestRow[],
  suffix: string,
  { language }: PageView,
): EChartsOption {
  const shown = rows.toReversed();
  return {
    ...baseOption,
    grid: { ...baseOption.grid, top: 8 },
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'item',
      formatter: (item) => shown[(item as { dataIndex: number }).dataIndex]!.tip,
    },
    xAxis: {
      ...axis,
      type: 'value',
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => numberText(value, language) + suffix },
    },
    yAxis: {
      ...axis,
      type: 'category',
      axisLine: { onZero: false, show: false },
      axisTick: { show: false },
      axisLabel: { ...axis.axisLabel, width: 190, overflow: 'break', interval: 0 },
      data: shown.map(({ title }) => title),
    },
    series: [
      {
        ...whiskers({
          name: '95%',
          horizontal: true,
          color: (index) => colors[shown[index]!.reading],
          points: shown.map(({ figure: { mean, halfWidth95 = 0 } }) => ({
            mean,
            low: mean - halfWidth95,
            high: mean + halfWidth95,
          })),
        }),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: ink, type: 'solid', width: 1 },
          data: [{ xAxis: 0 }],
        },
      },
    ],
  };
}
