import type { EChartsOption } from 'echarts';
import type { DistrictFigures, RunReport } from '../../report-input.ts';
import { numberText, shareText } from '../format.ts';
import type { PageView } from '../view.ts';
import { axis, baseOption, ink, palette } from './chart-style.ts';

/** What the map can show, the first unless the reader chooses. */
export const mapMeasures = ['onTime', 'utilisation', 'tickets', 'backlogMax'] as const;
export type MapMeasure = (typeof mapMeasures)[number];

/** The name the districts' outlines are registered under. */
export const mapName = 'districts';

export const mapMeasureOf = ({ mapMeasure }: PageView): MapMeasure =>
  mapMeasures.find((name) => name === mapMeasure) ?? 'onTime';

const measured = (district: DistrictFigures, measure: MapMeasure): number | undefined =>
  measure === 'onTime' ? district.onTimeShare : district[measure];

/** From light to dark in one hue: readable by colour-blind people and in grey. Where low is bad, low is dark. */
const ramp = ['#eef4f9', '#9fc6e0', '#3f8fc4', '#0b4f86'];

/** Districts without a value. */
const noData = '#e9ecef';

/** Districts coloured by one value: a map where the city has outlines, bars where it has none. */
export function districtChart({ districts, shapes }: RunReport, view: PageView): EChartsOption {
  const { language } = view;
  const measure = mapMeasureOf(view);
  const isShare = measure === 'onTime' || measure === 'utilisation';
  const text = (value: number) => (isShare ? shareText(value, language) : numberText(value, language, 0));
  const data = districts.flatMap((district) => {
    const value = measured(district, measure);
    return value === undefined ? [] : [{ code: district.district, name: district.name[language], value }];
  });
  if (shapes === undefined) return districtBars(data, text);
  const values = data.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  // A scale needs two ends, also where one district alone has a value.
  const span = low === high ? { min: low * 0.99, max: high * 1.01 } : { min: low, max: high };
  return {
    ...baseOption,
    tooltip: {
      ...baseOption.tooltip,
      trigger: 'item',
      formatter: (item) => {
        const { name } = item as { name: string };
        const found = data.find(({ code }) => code === name);
        return found === undefined ? '' : `${found.name}: ${text(found.value)}`;
      },
    },
    visualMap: {
      ...span,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      calculable: false,
      itemHeight: 140,
      text: [text(high), text(low)],
      inRange: { color: measure === 'onTime' ? ramp.toReversed() : ramp },
      outOfRange: { color: noData },
      formatter: (value) => text(Number(value)),
      textStyle: { color: ink },
    },
    series: [
      {
        type: 'map',
        map: mapName,
        roam: false,
        layoutCenter: ['50%', '47%'],
        layoutSize: '92%',
        selectedMode: false,
        itemStyle: { borderColor: '#fff', borderWidth: 1, areaColor: noData },
        emphasis: { itemStyle: { areaColor: palette[4] } },
        label: {
          show: true,
          fontSize: 11,
          color: ink,
          textBorderColor: '#ffffff',
          textBorderWidth: 3,
          formatter: ({ name }) => shortName(data.find(({ code }) => code === name)?.name ?? ''),
        },
        labelLayout: { hideOverlap: true },
        data: data.map(({ code, value }) => ({ name: code, value })),
      },
    ],
  };
}

/** On a map everybody knows that a district is one. */
const shortName = (name: string): string => name.replace(/ District$/, '');

function districtBars(
  data: readonly { readonly name: string; readonly value: number }[],
  text: (value: number) => string,
): EChartsOption {
  const sorted = data.toSorted((a, b) => a.value - b.value);
  return {
    ...baseOption,
    grid: { ...baseOption.grid, top: 8, right: 72 },
    xAxis: {
      ...axis,
      type: 'value',
      axisLabel: { ...axis.axisLabel, formatter: (value: number) => text(value) },
    },
    yAxis: { ...axis, type: 'category', data: sorted.map(({ name }) => name) },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        itemStyle: { color: palette[0] },
        label: { show: true, position: 'right', formatter: ({ value }) => text(Number(value)) },
        data: sorted.map(({ value }) => value),
      },
    ],
  };
}
