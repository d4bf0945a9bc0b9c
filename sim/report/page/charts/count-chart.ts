import type { EChartsOption } from 'echarts';
import type { CountFigure } from '../../report-input.ts';
import { figureText, numberText } from '../format.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, palette } from './chart-style.ts';
import { whiskers } from './whiskers.ts';

/** Bars of counts with their intervals, the first on top. */
export function countChart(counts: readonly CountFigure[], { language }: PageView): EChartsOption {
  const shown = counts.toReversed();
  return {
    ...baseOption,
    grid: { ...baseOption.grid, top: 8, right: 8 },
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'item',
      formatter: (item) => {
        const { title, count } = shown[(item as { dataIndex: number }).dataIndex]!;
        return `${title[language]}: ${figureText(count, 'count', language)}`;
      },
    },
    xAxis: {
      ...axis,
      type: 'value',
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => numberText(value, language) },
    },
    yAxis: [
      { ...axis, type: 'category', data: shown.map(({ title }) => title[language]) },
      {
        ...axis,
        type: 'category',
        position: 'right',
        axisLine: { show: false },
        axisTick: { show: false },
        data: shown.map(({ count }) => figureText(count, 'count', language)),
      },
    ],
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        itemStyle: { color: palette[5] },
        data: shown.map(({ count }) => count.mean),
      },
      whiskers({
        name: '95%',
        horizontal: true,
        color: palette[0],
        points: shown.map(({ count: { mean, halfWidth95 = 0 } }) => ({
          mean,
          low: Math.max(0, mean - halfWidth95),
          high: mean + halfWidth95,
        })),
      }),
    ],
  };
}
