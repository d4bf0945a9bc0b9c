import type { Dispersion } from '../../../functions/core/early/dispersion.ts';
import type { WarningRules } from '../../../functions/core/early/warning/warning-rules.ts';
import { monthHours } from '../../../functions/core/early/watch/watch-context.ts';
import { Stream } from '../../engine/stream.ts';
import type { AreaKind, StreamRows } from '../read/stream-rows.ts';
import { type AlarmCause, alarmCauses, countMatters, holdsBy } from './alarm-causes.ts';
import { carryOver } from './carry-over.ts';
import { drawCounts } from './drawn-counts.ts';
import { learnFold, thresholdsFor } from './fold.ts';
import { deviationsAbove, hourSpreads, isAboveThree, learnNaive } from './naive-threshold.ts';
import { type SurgeKind, surgeGround, surgeKinds } from './surges.ts';
import { type HeldOut, type SurgeTrial, trySurges } from './try-surges.ts';
import { type Alarm, unaware, watchWindow } from './watch-window.ts';
import { countWindow } from './window-counts.ts';
import type { Window } from './windows.ts';

/** Alarms at one stated rate. */
interface RateLine {
  readonly stated: number;
  /** A month, where counts are drawn from what is taken for usual. */
  readonly drawn: number;
  /** The same counts, watched as if hours were independent of each other. */
  readonly drawnUnaware: number;
  /** A month, in the held-out windows as they are: false alarms and true matters together. */
  readonly real: number;
  readonly realUnaware: number;
  readonly matters: number;
}

export interface Detection {
  readonly hours: number;
  readonly drawnHours: number;
  readonly rates: readonly RateLine[];
  readonly causes: Readonly<Record<AlarmCause, number>>;
  /** Correlation of the surprise of neighbouring hours by kind of area. */
  readonly carryOver: Readonly<Partial<Record<AreaKind, number>>>;
  /** How unevenly counts of all items together come, as the first fold learnt. */
  readonly dispersion: Readonly<Record<AreaKind, Dispersion>>;
  readonly alarms: readonly (Alarm & { readonly window: Window })[];
  /** Hours a month that the naive rule calls high. */
  readonly naive: number;
  /** Standard deviations at which the naive rule is as loud as the watch. */
  readonly raisedTo: number;
  readonly surges: readonly { readonly kind: SurgeKind; readonly trials: readonly SurgeTrial[] }[];
}

export interface DetectOptions {
  readonly rule: WarningRules;
  readonly falseAlarms: number;
  readonly seed: number;
  /** Surges of each kind a window. */
  readonly trials: number;
  /** How often each window is drawn from what is taken for usual. */
  readonly draws: number;
}

/** Also counted at so many times the stated rate, where there is enough to count. */
const louder = [1, 10, 100];

/** Hours of streams that are drawn at most, for the time it takes; at least one window is. */
const cellsDrawnMax = 80_000_000;

/** Leaves each window out in turn, learns from the others, watches it as it is, as drawn, and with surges seeded. */
export function detect(source: StreamRows, windows: readonly Window[], options: DetectOptions): Detection {
  const areas = source.areas.length;
  const naive = learnNaive(windows, areas);
  const watched = windows.filter(({ isWatched }) => isWatched);
  const held = watched.map((window): HeldOut => {
    const { rule, falseAlarms } = options;
    const watcher = learnFold(windows, window, { source, rule, falseAlarms });
    const rows = windows.flatMap((other) => (other === window ? [] : other.rows));
    const ground = surgeGround(watcher.usual, rows, areas);
    return { window, counts: countWindow(window, areas), watcher, naive, ground };
  });
  const hours = watched.reduce((sum, { from, to }) => sum + to - from, 0);
  const found = held.map(({ window, counts, watcher }) => ({ window, alarms: watchWindow(watcher, counts) }));
  const causes = { oneSpot: 0, manyPlaces: 0, other: 0 };
  for (const { window, alarms } of found) for (const cause of alarmCauses(alarms, window)) causes[cause]++;
  const alarms = found.flatMap(({ window, alarms: raised }) => raised.map((alarm) => ({ ...alarm, window })));
  const loudness = naiveLoudness(held, alarms.length);
  return {
    hours,
    ...rateLines(held, { source, options, hours }),
    causes,
    carryOver: carryOver(held),
    dispersion: held[0]!.watcher.dispersionOf.pooled,
    alarms,
    naive: (loudness.naive * monthHours) / hours,
    raisedTo: loudness.raisedTo,
    surges: surgeKinds.map((kind) => ({
      kind,
      trials: held.flatMap((one) =>
        trySurges(kind, one, { trials: options.trials, seed: options.seed, raisedTo: loudness.raisedTo }),
      ),
    })),
  };
}

/** Alarms a month at each stated rate, in the held-out windows and in windows drawn from what is taken for usual. */
function rateLines(
  held: readonly HeldOut[],
  { source, options, hours }: { source: StreamRows; options: DetectOptions; hours: number },
): { readonly rates: RateLine[]; readonly drawnHours: number } {
  const holds = holdsBy(source.rows, source.areas);
  const lines = louder.map((times) => {
    const stated = options.falseAlarms * times;
    return {
      stated,
      thresholds: thresholdsFor(source, stated),
      drawn: 0,
      drawnUnaware: 0,
      real: 0,
      realUnaware: 0,
      matters: 0,
    };
  });
  const drawable = cellsDrawnMax / (source.items.length * source.areas.length);
  let drawnHours = 0;
  for (let draw = 0; draw < options.draws; draw++) {
    for (const { window, watcher } of held) {
      if (drawnHours + window.to - window.from > drawable && drawnHours > 0) continue;
      drawnHours += window.to - window.from;
      const chance = new Stream(options.seed, `drawn / ${window.from} / ${draw}`);
      const counts = drawCounts(watcher, source.items, chance);
      for (const line of lines) {
        const { thresholds } = line;
        line.drawn += watchWindow({ ...watcher, thresholds }, counts).length;
        line.drawnUnaware += watchWindow({ ...watcher, thresholds, carryOver: unaware }, counts).length;
      }
    }
  }
  for (const line of lines) {
    for (const { counts, watcher } of held) {
      const { thresholds } = line;
      const alarms = watchWindow({ ...watcher, thresholds }, counts);
      line.realUnaware += watchWindow({ ...watcher, thresholds, carryOver: unaware }, counts).length;
      line.real += alarms.length;
      line.matters += countMatters(alarms, holds);
    }
  }
  const monthly = (count: number, of: number) => (count * monthHours) / of;
  const rates = lines.map(({ stated, drawn, drawnUnaware, real, realUnaware, matters }) => ({
    stated,
    drawn: monthly(drawn, drawnHours),
    drawnUnaware: monthly(drawnUnaware, drawnHours),
    real: monthly(real, hours),
    realUnaware: monthly(realUnaware, hours),
    matters: monthly(matters, hours),
  }));
  return { rates, drawnHours };
}

/** How loud the naive rule is, and the standard deviations at which it calls as many hours high as `alarms`. */
function naiveLoudness(held: readonly HeldOut[], alarms: number): { naive: number; raisedTo: number } {
  let naive = 0;
  const above: number[] = [];
  for (const { window, counts, naive: learnt } of held) {
    for (const [stream, series] of counts) {
      const spreads = hourSpreads(window, stream, learnt);
      for (const [hour, count] of series.entries()) {
        if (count === 0) continue;
        naive += Number(isAboveThree(count, spreads[hour]!));
        above.push(deviationsAbove(count, spreads[hour]!));
      }
    }
  }
  above.sort((a, b) => b - a);
  return { naive, raisedTo: above[Math.max(0, alarms - 1)] ?? 3 };
}
