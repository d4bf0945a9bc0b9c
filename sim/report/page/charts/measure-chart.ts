import type { EChartsOption } from 'echarts';
import type { MeasureFigure } from '../../report-input.ts';
import { figureText, shareText } from '../format.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, palette } from './chart-style.ts';
import { whiskers } from './whiskers.ts';

/** The measures that are shares, in the order the page lists them. */
export const shareMeasures = (measures: readonly MeasureFigure[]): readonly MeasureFigure[] =>
  measures.filter(({ unit, figure }) => unit === 'share' && Number.isFinite(figure.mean));

/** Rates as dots with their 95 % intervals. */
export function measureChart(measures: readonly MeasureFigure[], { language }: PageView): EChartsOption {
  const shown = shareMeasures(measures).toReversed();
  const names = {
    ...axis,
    type: 'category',
    axisTick: { show: false },
    axisLabel: { ...axis.axisLabel, width: 130, overflow: 'break', interval: 0 },
  } as const;
  return {
    ...baseOption,
    grid: { ...baseOption.grid, top: 8, right: 8 },
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'item',
      formatter: (item) => {
        const { title, figure } = shown[(item as { dataIndex: number }).dataIndex]!;
        return `${title[language]}: ${figureText(figure, 'share', language)}`;
      },
    },
    xAxis: {
      ...axis,
      type: 'value',
      min: 0,
      max: 1,
      axisLabel: {
        ...axis.axisLabel,
        formatter: (value: number) => shareText(value, language).replace('.0', ''),
      },
    },
    yAxis: [
      { ...names, data: shown.map(({ title }) => title[language]) },
      {
        ...names,
        position: 'right',
        axisLine: { show: false },
        data: shown.map(({ figure }) => figureText(figure, 'share', language)),
      },
    ],
    series: [
      whiskers({
        name: '95%',
        horizontal: true,
        color: palette[0],
        points: shown.map(({ figure: { mean, halfWidth95 = 0 } }) => ({
          mean,
          low: Math.max(0, mean - halfWidth95),
          high: Math.min(1, mean + halfWidth95),
        })),
      }),
    ],
  };
}
