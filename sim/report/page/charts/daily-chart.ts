import type { EChartsOption } from 'echarts';
import type { DailyName, RunReport } from '../../report-input.ts';
import { numberText, shareText } from '../format.ts';
import { say } from '../messages.ts';
import type { PageView } from '../view.ts';
import { band } from './band.ts';
import { axis, baseOption, legend, palette } from './chart-style.ts';

/** Some daily series with their bands, over the dates. */
export function dailyChart(
  { dates, series }: RunReport['daily'],
  names: readonly DailyName[],
  { language }: PageView,
): EChartsOption {
  const isShare = names.every((name) => name === 'utilisation');
  const text = (value: number) => (isShare ? shareText(value, language) : numberText(value, language));
  return {
    ...baseOption,
    tooltip: { ...baseOption.tooltip, trigger: 'axis', valueFormatter: (value) => text(Number(value)) },
    legend: { ...legend, data: names.map((name) => say(name, language)) },
    xAxis: { ...axis, type: 'category', boundaryGap: false, data: [...dates] },
    yAxis: {
      ...axis,
      type: 'value',
      min: 0,
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => text(value) },
    },
    series: names.flatMap((name, n) => band(say(name, language), series[name], palette[n]!)),
  };
}
