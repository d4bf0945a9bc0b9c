import { BarChart, CustomChart, LineChart, MapChart, ScatterChart } from 'echarts/charts';
import {
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, registerMap, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { SVGRenderer } from 'echarts/renderers';
import type { DistrictShapes } from '../report-input.ts';
import { mapName } from './charts/map-chart.ts';
import type { PageElement } from './dom.ts';

use([
  BarChart,
  CustomChart,
  LineChart,
  MapChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  SVGRenderer,
]);

/** A chart in an element: as SVG, which prints sharply at any size. */
export const openChart = (element: PageElement) => init(element, undefined, { renderer: 'svg' });
export type OpenChart = ReturnType<typeof openChart>;

/** Makes the outlines known under the codes of their districts. */
export const registerDistricts = ({ features }: DistrictShapes): void =>
  registerMap(mapName, {
    type: 'FeatureCollection',
    features: features.map(({ id, geometry }) => ({ type: 'Feature', properties: { name: id }, geometry })),
  } as Parameters<typeof registerMap>[1]);
