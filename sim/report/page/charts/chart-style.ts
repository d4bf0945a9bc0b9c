import type { EChartsOption } from 'echarts';

/** Okabe and Ito's colours, which people with any kind of colour blindness can tell apart. */
export const palette = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#5b5b5b'] as const;

export const ink = '#1d2733';
const faint = '#5c6875';
export const rule = '#d9dee4';

const fontFamily =
  '"Inter", "Segoe UI", system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif';

const axisLabel = { color: faint, fontSize: 12, hideOverlap: true } as const;
const axisLine = { lineStyle: { color: rule } } as const;
const splitLine = { lineStyle: { color: rule, type: 'dashed' } } as const;

/** What all axes look like. */
export const axis = {
  axisLabel,
  axisLine,
  splitLine,
  nameTextStyle: { color: faint, fontSize: 12 },
} as const;

/** What all charts start from: calm, without motion, readable in print. */
export const baseOption = {
  animation: false,
  color: [...palette],
  textStyle: { fontFamily, color: ink },
  grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
  tooltip: { confine: true, textStyle: { fontSize: 13 } },
} as const satisfies EChartsOption;

/** The key of a chart with several series. */
export const legend = { type: 'scroll', top: 0, left: 0, textStyle: { color: ink }, itemGap: 16 } as const;
