import type { EChartsOption } from 'echarts';
import type { UnitFigures } from '../../report-input.ts';
import { numberText, shareText } from '../format.ts';
import { say } from '../messages.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, palette } from './chart-style.ts';

const queuesMax = 20;

/** The units with the longest queues, the longest first. */
export const worstQueues = (units: readonly UnitFigures[]): readonly UnitFigures[] =>
  units.toSorted((a, b) => b.backlogMax - a.backlogMax || (a.unit < b.unit ? -1 : 1)).slice(0, queuesMax);

/** Bars of the longest queues, darker where staff has next to no time left. */
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
          `${say('backlogMax', language)} ${numberText(unit.backlogMax, language, 0)}`,
          `${say('utilisation', language)} ${shareText(unit.utilisation, language)}`,
        ];
        return `${unit.name[language]}<br>${parts.join('<br>')}`;
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
          formatter: ({ dataIndex }) => numberText(shown[dataIndex]!.backlogMax, language, 0),
        },
        data: shown.map(({ backlogMax, utilisation }) => ({
          value: backlogMax,
          itemStyle: { color: utilisation >= 0.95 ? palette[1] : palette[0] },
        })),
      },
    ],
  };
}
