import type { LineSeriesOption } from 'echarts';
import type { DailySeries } from '../../report-input.ts';

/** A line with the band between `low` and `high` around it: three series, of which only the line has a name. */
export function band(name: string, { mean, low, high }: DailySeries, color: string): LineSeriesOption[] {
  const edge = {
    type: 'line',
    stack: `band ${name}`,
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
  } as const satisfies LineSeriesOption;
  return [
    { ...edge, data: [...low] },
    { ...edge, data: high.map((value, n) => value - low[n]!), areaStyle: { color, opacity: 0.18 } },
    {
      name,
      type: 'line',
      symbol: 'none',
      lineStyle: { color, width: 2 },
      itemStyle: { color },
      data: [...mean],
    },
  ];
}
