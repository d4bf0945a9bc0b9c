import { describe, expect, it } from 'vitest';
import { learnUsual } from '../../../sim/early/detect/learn-usual.ts';
import { windowsOf } from '../../../sim/early/detect/windows.ts';
import { scoreOrigins } from '../../../sim/early/forecast/score-origins.ts';
import { usualLearner } from '../../../sim/early/forecast/usual-forecast.ts';
import type { Weeks } from '../../../sim/early/forecast/weeks.ts';
import { weeksOf } from '../../../sim/early/forecast/weeks.ts';
import { packRules } from '../../../sim/early/pack-rules.ts';
import type { StreamRows } from '../../../sim/early/read/stream-rows.ts';
import { readStreamRows } from '../../../sim/early/read/stream-rows.ts';
import { loadMapping } from '../../../sim/fit/mapping/load-mapping.ts';
import { type Planted, windowFile } from './support/window-file.ts';

const packed = packRules('cn-base');
if (!packed.ok) throw new Error(packed.error);
const { warning: detectRule, forecast: forecastRule } = packed.value;

async function rowsOf(file: string) {
  const mapping = loadMapping('nyc311');
  if (!mapping.ok) throw new Error(mapping.error.join());
  const read = await readStreamRows(file, mapping.value, { withDateOnly: false });
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** What is usual for trees in each hour of window 3 of six, when it is held out or not. */
async function treesUsual(planted: readonly Planted[], isHeldOut = true): Promise<number[]> {
  const { rows, items, areas } = await rowsOf(windowFile(6, planted));
  const windows = windowsOf(rows, 'gaps');
  if (!windows.ok) throw new Error(windows.error);
  const held = windows.value[3]!;
  const [usual] = learnUsual(windows.value, {
    leaveOut: isHeldOut ? [held] : [],
    of: [held],
    sizes: { items: items.length, areas: areas.length },
    rule: detectRule,
  });
  return [...usual!.itemMeans[items.indexOf('A / Trees')]!];
}

const storm = (window: number, hour: number): Planted => ({
  window,
  hour,
  item: 'Trees',
  place: '101',
  count: 300,
});

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

describe('what a held-out window is watched with', () => {
  it('does not know the window, but for its own hours before the lag', async () => {
    const [quiet, stormy] = [await treesUsual([]), await treesUsual([storm(3, 10)])];

    const seenFrom = 10 + detectRule.level.lagHours - 1;
    expect(stormy.slice(0, seenFrom)).toEqual(quiet.slice(0, seenFrom));
    expect(stormy[seenFrom]).toBeGreaterThan(2 * quiet[seenFrom]!);
    expect(await treesUsual([storm(3, 10)], false)).not.toEqual(await treesUsual([], false));
  });

  it('lets a storm before it raise what is expected, and the recent level undo one that is still to come', async () => {
    const quiet = await treesUsual([]);

    const [before, after] = [await treesUsual([storm(2, 10)]), await treesUsual([storm(4, 10)])];

    expect(Math.abs(sum(after) / sum(quiet) - 1)).toBeLessThan(0.3);
    expect(sum(before)).toBeGreaterThan(1.5 * sum(after));
  });
});

describe('a forecast at an origin', () => {
  it('is the same whatever comes later', () => {
    const [calm, busy] = [scored(1), scored(9)];

    const upTo = 45;
    const forecastsOf = (origins: ReturnType<typeof scored>) =>
      origins.filter(({ week }) => week <= upTo).map((origin) => origin.scored.map((one) => one.forecasts));
    expect(forecastsOf(calm).length).toBeGreaterThan(2);
    expect(forecastsOf(busy)).toEqual(forecastsOf(calm));
    const last = (origins: ReturnType<typeof scored>) => origins.at(-1)!.scored[0]!.forecasts.usual;
    expect(last(busy)).toBeGreaterThan(2 * last(calm));
  });
});

/** Two requests a week, and `later` a week from week 45 on. */
function scored(later: number) {
  const hours = Array.from({ length: 70 }, (_, week) =>
    Array.from({ length: week < 45 ? 2 : later }, (_unused, i) => 96 + week * 168 + 10 + i),
  ).flat();
  const rows = [96, ...hours, 96 + 70 * 168].map((hour) => ({
    hour,
    item: 0,
    district: 1,
    place: 2,
    spot: -1,
  }));
  const source: StreamRows = {
    account: {
      encoding: '',
      rows: 0,
      rejected: 0,
      examples: [],
      columns: { opened: true, closed: false },
      absent: [],
    },
    rows,
    items: ['item'],
    areas: [
      { kind: 'city', name: '*' },
      { kind: 'district', name: 'd' },
      { kind: 'place', name: 'p' },
    ],
    filedTogether: 0,
  };
  const weeks = weeksOf(source, 'whole');
  if (!weeks.ok) throw new Error(weeks.error);
  const whole: Weeks = weeks.value;
  return [...scoreOrigins(source, whole, usualLearner(source, whole, forecastRule)).origins];
}
