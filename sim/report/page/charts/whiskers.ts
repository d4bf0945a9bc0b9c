import type { CustomSeriesOption } from 'echarts';

/** A mean and the ends of its interval, at a place of the category axis. */
export interface Whisker {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Dots with interval bars, one per category. `horizontal`: values run along x, categories along y. `shift` moves a
 * series sideways in pixels, so that two can stand beside each other.
 */
export function whiskers(props: {
  readonly name: string;
  readonly points: readonly Whisker[];
  readonly color: string | ((index: number) => string);
  readonly horizontal: boolean;
  readonly shift?: number;
}): CustomSeriesOption {
  const { name, points, color, horizontal, shift = 0 } = props;
  const colorOf = (index: number) => (typeof color === 'string' ? color : color(index));
  return {
    name,
    type: 'custom',
    ...(typeof color === 'string' ? { itemStyle: { color } } : {}),
    encode: horizontal ? { x: [0, 1, 2], y: 3 } : { y: [0, 1, 2], x: 3 },
    data: points.map(({ mean, low, high }, index) => [mean, low, high, index]),
    renderItem: (_, api) => {
      const index = Number(api.value(3));
      const at = (dimension: number) => {
        const value = Number(api.value(dimension));
        const [x = 0, y = 0] = api.coord(horizontal ? [value, index] : [index, value]);
        return horizontal ? [x, y + shift] : [x + shift, y];
      };
      const [mean, low, high] = [at(0), at(1), at(2)];
      const stroke = { stroke: colorOf(index), lineWidth: 2.5, lineCap: 'round' as const };
      return {
        type: 'group',
        children: [
          line(low, high, stroke),
          { type: 'circle', shape: { cx: mean[0]!, cy: mean[1]!, r: 5 }, style: { fill: colorOf(index) } },
        ],
      };
    },
  };
}

const line = (from: readonly number[], to: readonly number[], style: object) => ({
  type: 'line' as const,
  shape: { x1: from[0]!, y1: from[1]!, x2: to[0]!, y2: to[1]! },
  style,
});
