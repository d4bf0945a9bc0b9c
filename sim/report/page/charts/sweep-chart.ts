import type { EChartsOption } from 'echarts';
import type { SweepReport } from '../../report-input.ts';
import { numberText, valueText } from '../format.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, palette } from './chart-style.ts';
import { whiskers } from './whiskers.ts';

/** One measure over the values of the parameter, with intervals. */
export function sweepChart({ points }: SweepReport, name: string, { language }: PageView): EChartsOption {
  const found = points.flatMap(({ value, measures }) => {
    const measure = measures.find((one) => one.name === name);
    return measure === undefined ? [] : [{ value, measure }];
  });
  const unit = found[0]?.measure.unit ?? 'count';
  const text = (value: number) => valueText(value, unit, language);
  return {
    ...baseOption,
    grid: { ...baseOption.grid, top: 12 },
    tooltip: { ...baseOption.tooltip, trigger: 'axis', valueFormatter: (value) => text(Number(value)) },
    xAxis: { ...axis, type: 'category', data: found.map(({ value }) => numberText(value, language)) },
    yAxis: {
      ...axis,
      type: 'value',
      scale: true,
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => text(value) },
    },
    series: [
      {
        name: found[0]?.measure.title[language] ?? name,
        type: 'line',
        symbol: 'none',
        lineStyle: { color: palette[0], width: 1.5 },
        data: found.map(({ measure }) => measure.figure.mean),
      },
      {
        ...whiskers({
          name: '95%',
          horizontal: false,
          color: palette[0],
          points: found.map(
            ({
              measure: {
                figure: { mean, halfWidth95 = 0 },
              },
            }) => ({
              mean,
              low: mean - halfWidth95,
              high: mean + halfWidth95,
            }),
          ),
        }),
        tooltip: { show: false },
      },
    ],
  };
}
