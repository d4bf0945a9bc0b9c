import type { EChartsOption } from 'echarts';
import type { UnitFigures } from '../../report-input.ts';
import { numberText, shareText, valueText } from '../format.ts';
import { say } from '../messages.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, palette } from './chart-style.ts';

const queuesMax = 20;

/** The units whose tickets wait longest for somebody free, the longest first. */
export const worstQueues = (units: readonly UnitFigures[]): readonly UnitFigures[] =>
  units
    .toSorted((a, b) => b.waitHoursMean - a.waitHoursMean || (a.unit < b.unit ? -1 : 1))
    .slice(0, queuesMax);

/** Bars of the longest mean waits, in another colour where staff has next to no time left. */
export function queueChart(units: readonly UnitFigures[], { language }: PageView): EChartsOption {
  const shown = worstQueues(units).toReversed();
  return {
    ...baseOption,
    grid: { ...baseOption.grid, top: 8, right: 64 },
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'item',
      formatter: (item) => {
        const unit = shown[(item as { dataIndex: number }).dataIndex]!;
        const parts = [
          `${say('wait', language)} ${valueText(unit.waitHoursMean, 'hours', language)}`,
          `${say('backlogMax', language)} ${numberText(unit.backlogMax, language, 0)}`,
          `${say('utilisation', language)} ${shareText(unit.utilisation, language)}`,
        ];
        return `${unit.name[language]}<br>${parts.join('<br>')}`;
      },
    },
    xAxis: {
      ...axis,
      type: 'value',
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => valueText(value, 'hours', language) },
    },
    yAxis: {
      ...axis,
      type: 'category',
      axisLabel: { ...axis.axisLabel, width: 150, overflow: 'truncate', interval: 0 },
      data: shown.map(({ name }) => name[language]),
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 16,
        label: {
          show: true,
          position: 'right',
          formatter: ({ dataIndex }) => numberText(shown[dataIndex]!.waitHoursMean, language, 1),
        },
        data: shown.map(({ waitHoursMean, utilisation }) => ({
          value: waitHoursMean,
          itemStyle: { color: utilisation >= 0.95 ? palette[1] : palette[0] },
        })),
      },
    ],
  };
}
