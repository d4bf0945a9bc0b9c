import type { EChartsOption } from 'echarts';
import type { ArrivalFigures, RunReport } from '../../report-input.ts';
import { shareText } from '../format.ts';
import { say } from '../messages.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, legend } from './chart-style.ts';
import { logAxis } from './log-axis.ts';

/** Of all that were summoned, the share that had arrived by each edge. */
export function arrivedBy(
  { summonses, minutes }: ArrivalFigures,
  replications: number,
): readonly { minutes: number; share: number }[] {
  const base = summonses.mean * replications;
  let arrived = 0;
  return minutes.edges.map((edge, n) => {
    arrived += n === 0 ? 0 : minutes.counts[n - 1]!;
    return { minutes: edge, share: base === 0 ? 0 : arrived / base };
  });
}

/** The share of summoned units that has arrived so many minutes after the whistle, per kind of whistle. */
export function arrivalChart({ arrivals, subject }: RunReport, { language }: PageView): EChartsOption {
  return {
    ...baseOption,
    legend,
    grid: { ...baseOption.grid, top: 44, bottom: 28 },
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'axis',
      valueFormatter: (value) => shareText(Number(value), language),
    },
    xAxis: {
      ...logAxis(language),
      name: say('minutes', language),
      nameLocation: 'middle',
      nameGap: 28,
    },
    yAxis: {
      ...axis,
      type: 'value',
      min: 0,
      max: 1,
      axisLabel: {
        ...axis.axisLabel,
        formatter: (value: number) => shareText(value, language).replace('.0', ''),
      },
    },
    series: arrivals.map((arrival, n) => ({
      name: arrival.title[language],
      type: 'line',
      symbol: (['circle', 'rect', 'triangle', 'diamond'] as const)[n % 4]!,
      symbolSize: 6,
      data: arrivedBy(arrival, subject.replications)
        .filter((point) => point.minutes > 0)
        .map((point) => [point.minutes, point.share]),
    })),
  };
}
