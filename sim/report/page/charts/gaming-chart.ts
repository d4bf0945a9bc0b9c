import type { EChartsOption } from 'echarts';
import type { ComparisonReport } from '../../comparison-report.ts';
import type { Figure } from '../../report-input.ts';
import { figureText, numberText } from '../format.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, legend, palette } from './chart-style.ts';
import { whiskers } from './whiskers.ts';

/** Points gained by each strategy under A and B, with intervals. */
export function gamingChart({ gaming, a, b }: ComparisonReport, { language }: PageView): EChartsOption {
  const shown = gaming.toReversed();
  const points = (figureOf: (index: number) => Figure) =>
    shown.map((_, index) => {
      const { mean, halfWidth95 = 0 } = figureOf(index);
      return { mean, low: mean - halfWidth95, high: mean + halfWidth95 };
    });
  return {
    ...baseOption,
    legend,
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'item',
      formatter: (item) => {
        const { title, a: under, b: over } = shown[(item as { dataIndex: number }).dataIndex]!;
        return `${title[language]}<br>A ${figureText(under, 'points', language)}<br>B ${figureText(over, 'points', language)}`;
      },
    },
    xAxis: {
      ...axis,
      type: 'value',
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => numberText(value, language) },
    },
    yAxis: {
      ...axis,
      type: 'category',
      axisLabel: { ...axis.axisLabel, width: 190, overflow: 'break', interval: 0 },
      data: shown.map(({ title }) => title[language]),
    },
    series: [
      whiskers({
        name: `A ${a.pack}`,
        horizontal: true,
        shift: -7,
        color: palette[0],
        points: points((index) => shown[index]!.a),
      }),
      whiskers({
        name: `B ${b.pack}`,
        horizontal: true,
        shift: 7,
        color: palette[1],
        points: points((index) => shown[index]!.b),
      }),
    ],
  };
}
