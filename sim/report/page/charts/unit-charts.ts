import type { EChartsOption, ScatterSeriesOption } from 'echarts';
import type { ComparisonReport, UnitShift } from '../../comparison-report.ts';
import { sayOf } from '../comparison-messages.ts';
import { numberText } from '../format.ts';
import { say } from '../messages.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, legend, palette, rule } from './chart-style.ts';

/** The units of the largest group, which has most to say about ranks and fairness. */
export function largestGroup(units: readonly UnitShift[]): readonly UnitShift[] {
  const groups = [...Map.groupBy(units, ({ group }) => group).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0] ?? [];
}

/** Each unit's rank under A and B: on the diagonal nothing changed. */
export function ranksChart({ units }: ComparisonReport, { language }: PageView): EChartsOption {
  const ranked = largestGroup(units).filter(({ rankA, rankB }) => rankA !== undefined && rankB !== undefined);
  const last = Math.max(1, ...ranked.map(({ rankA, rankB }) => Math.max(rankA!, rankB!)));
  const rankAxis = {
    ...axis,
    type: 'value',
    min: 1,
    max: last,
    nameLocation: 'middle',
    nameGap: 30,
  } as const;
  return {
    ...baseOption,
    grid: { ...baseOption.grid, top: 12, bottom: 28, left: 32 },
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'item',
      formatter: (item) => {
        const unit = ranked[(item as { dataIndex: number }).dataIndex];
        return unit === undefined ? '' : `${unit.name[language]}: ${unit.rankA} → ${unit.rankB}`;
      },
    },
    xAxis: { ...rankAxis, name: sayOf('rankA', language) },
    yAxis: { ...rankAxis, name: sayOf('rankB', language), inverse: true },
    series: [
      {
        type: 'scatter',
        symbolSize: 7,
        itemStyle: { color: palette[0], opacity: 0.65 },
        data: ranked.map(({ rankA, rankB }) => [rankA!, rankB!]),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: rule, type: 'dashed' },
          data: [[{ coord: [1, 1] }, { coord: [last, last] }]],
        },
      },
    ],
  };
}

/** Score against tickets per member of staff, under A and B. */
export function fairnessChart({ units, a, b }: ComparisonReport, { language }: PageView): EChartsOption {
  const shown = largestGroup(units).filter(({ staff }) => staff > 0);
  const series = (
    name: string,
    scoreOf: (unit: UnitShift) => number | undefined,
    symbol: string,
    color: string,
  ): ScatterSeriesOption => ({
    name,
    type: 'scatter',
    symbol,
    symbolSize: 7,
    itemStyle: { color, opacity: 0.6 },
    data: shown.flatMap((unit) => {
      const score = scoreOf(unit);
      return score === undefined
        ? []
        : [{ name: unit.name[language], value: [unit.tickets / unit.staff, score] }];
    }),
  });
  return {
    ...baseOption,
    legend,
    grid: { ...baseOption.grid, bottom: 28, left: 32 },
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'item',
      formatter: (item) => {
        const { name, value } = item as unknown as { name: string; value: readonly [number, number] };
        return `${name}: ${numberText(value[1], language, 2)}`;
      },
    },
    xAxis: {
      ...axis,
      type: 'value',
      scale: true,
      name: sayOf('load', language),
      nameLocation: 'middle',
      nameGap: 30,
    },
    yAxis: {
      ...axis,
      type: 'value',
      scale: true,
      name: say('score', language),
      nameLocation: 'middle',
      nameGap: 40,
    },
    series: [
      series(`A ${a.pack}`, ({ scoreA }) => scoreA, 'circle', palette[0]),
      series(`B ${b.pack}`, ({ scoreB }) => scoreB, 'triangle', palette[1]),
    ],
  };
}
