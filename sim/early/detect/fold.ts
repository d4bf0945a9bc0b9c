import type { WarningRules } from '../../../functions/core/early/warning/warning-rules.ts';
import { monthHours } from '../../../functions/core/early/watch/watch-context.ts';
import { alarmThreshold } from '../../../functions/core/early/watch-stream.ts';
import type { Area, AreaKind, StreamRows } from '../read/stream-rows.ts';
import { learnDispersion } from './learn-dispersion.ts';
import { learnUsual } from './learn-usual.ts';
import type { Watcher } from './watch-window.ts';
import type { Window } from './windows.ts';

/** Windows left out at a time to learn how unevenly counts come. */
const innerParts = 3;

/**
 * What one window is watched with, learnt from the others alone: the usual from all of them, the dispersion from each
 * third of them with the usual of the rest.
 */
export function learnFold(
  windows: readonly Window[],
  held: Window,
  { source, rule, falseAlarms }: { source: StreamRows; rule: WarningRules; falseAlarms: number },
): Watcher {
  const sizes = { items: source.items.length, areas: source.areas.length };
  const [usual] = learnUsual(windows, { leaveOut: [held], of: [held], sizes, rule });
  const others = windows.filter((window) => window !== held && window.isWatched);
  const inner = Array.from({ length: innerParts }, (_, part) => {
    const of = others.filter((_window, i) => i % innerParts === part);
    return learnUsual(windows, { leaveOut: [held, ...of], of, sizes, rule });
  });
  return {
    usual: usual!,
    areas: source.areas,
    dispersionOf: learnDispersion(inner.flat(), { items: sizes.items, areas: source.areas }),
    surge: rule.surge,
    carryOver: rule.carryOver,
    thresholds: thresholdsFor(source, falseAlarms),
  };
}

/** Streams by kind of area; a kind with one area only says the same as the whole city. */
export function streamsByKind(
  items: readonly string[],
  areas: readonly Area[],
): Partial<Record<AreaKind, number>> {
  const count = (kind: AreaKind) => areas.filter((area) => area.kind === kind).length;
  return {
    city: items.length,
    ...(count('district') > 1 ? { district: items.length * count('district') } : {}),
    ...(count('place') > 1 ? { place: items.length * count('place') } : {}),
  };
}

/** The stated false alarms a month, shared alike by the kinds of area and by the streams in each. */
export function thresholdsFor(
  { items, areas }: Pick<StreamRows, 'items' | 'areas'>,
  falseAlarms: number,
): Watcher['thresholds'] {
  const streams = Object.entries(streamsByKind(items, areas));
  return Object.fromEntries(
    streams.map(([kind, count]) => [kind, alarmThreshold(count, monthHours, falseAlarms / streams.length)]),
  );
}
