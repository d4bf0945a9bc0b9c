import type { EChartsOption } from 'echarts';
import type { RunReport, TierFigures } from '../../report-input.ts';
import { figureText, shareText } from '../format.ts';
import { say } from '../messages.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, legend, palette } from './chart-style.ts';
import { logAxis } from './log-axis.ts';
import { whiskers } from './whiskers.ts';

/** Share closed on time per tier, with intervals. */
export function onTimeChart(report: RunReport, { language }: PageView): EChartsOption {
  const tiers = report.tiers.filter(({ onTimeShare }) => Number.isFinite(onTimeShare.mean));
  const least = Math.min(...tiers.map(({ onTimeShare: { mean, halfWidth95 = 0 } }) => mean - halfWidth95));
  const lowest = Math.max(0, Math.floor(least * 20 - 0.2) / 20);
  return {
    ...baseOption,
    grid: { ...baseOption.grid, top: 28 },
    title: { text: say('onTime', language), textStyle: { fontSize: 13, fontWeight: 600 }, left: 0, top: 0 },
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'item',
      formatter: (item) => {
        const { title, onTimeShare } = tiers[(item as { dataIndex: number }).dataIndex]!;
        return `${title[language]}: ${figureText(onTimeShare, 'share', language)}`;
      },
    },
    xAxis: {
      ...axis,
      type: 'category',
      axisLabel: { ...axis.axisLabel, hideOverlap: false, interval: 0, width: 84, overflow: 'break' },
      data: tiers.map(({ title }) => title[language]),
    },
    yAxis: {
      ...axis,
      type: 'value',
      min: lowest,
      max: 1,
      interval: (1 - lowest) / 5,
      axisLabel: {
        ...axis.axisLabel,
        formatter: (value: number) => shareText(value, language).replace('.0', ''),
      },
    },
    series: [
      whiskers({
        name: say('onTime', language),
        horizontal: false,
        color: (index) => palette[index % palette.length]!,
        points: tiers.map(({ onTimeShare: { mean, halfWidth95 = 0 } }) => ({
          mean,
          low: Math.max(0, mean - halfWidth95),
          high: Math.min(1, mean + halfWidth95),
        })),
      }),
    ],
  };
}

/** Of a tier's tickets, the share that was late by more than each edge of its histogram. */
export function lateBeyond(
  { tickets, latenessHours }: TierFigures,
  replications: number,
): readonly { hours: number; share: number }[] {
  const { edges, counts } = latenessHours;
  const base = tickets.mean * replications;
  return edges.map((hours, n) => ({
    hours,
    share: base === 0 ? 0 : counts.slice(n).reduce((sum, count) => sum + count, 0) / base,
  }));
}

/** How late the late ones were, per tier: falls from the share that was late at all. */
export function latenessChart({ tiers, subject }: RunReport, { language }: PageView): EChartsOption {
  return {
    ...baseOption,
    grid: { ...baseOption.grid, top: 58 },
    legend: { ...legend, top: 22 },
    title: {
      text: say('lateBy', language),
      textStyle: { fontSize: 13, fontWeight: 600 },
      left: 0,
      top: 0,
    },
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'axis',
      valueFormatter: (value) => shareText(Number(value), language),
    },
    xAxis: logAxis(language),
    yAxis: {
      ...axis,
      type: 'value',
      min: 0,
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => shareText(value, language) },
    },
    series: tiers.map((tier, n) => ({
      name: tier.title[language],
      type: 'line',
      symbol: (['circle', 'rect', 'triangle', 'diamond'] as const)[n % 4]!,
      symbolSize: 6,
      lineStyle: { width: 2 },
      data: lateBeyond(tier, subject.replications)
        .filter(({ hours }) => hours > 0)
        .map(({ hours, share }) => [hours, share]),
    })),
  };
}
