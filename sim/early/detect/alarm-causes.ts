import type { Area } from '../read/stream-rows.ts';
import type { Alarm } from './watch-window.ts';
import type { Window } from './windows.ts';

/** What an alarm that nobody seeded rests on, as far as the file tells. */
export type AlarmCause = 'oneSpot' | 'manyPlaces' | 'other';

const nearHours = 6;
const manyPlacesMin = 3;

/**
 * The causes of a window's alarms: half of the requests or more from one spot; or places of three or more districts or
 * three places in alarm over the item at about the same time; or neither.
 */
export function alarmCauses(alarms: readonly Alarm[], { from, rows }: Window): AlarmCause[] {
  return alarms.map((alarm) => {
    const spots = new Map<number, number>();
    for (const { hour, item, district, place, spot } of rows) {
      const at = hour - from;
      const isIn = alarm.area === 0 || alarm.area === district || alarm.area === place;
      if (isIn && spot >= 0 && item === alarm.item && at >= alarm.since && at <= alarm.at) {
        spots.set(spot, (spots.get(spot) ?? 0) + 1);
      }
    }
    if (Math.max(0, ...spots.values()) * 2 >= alarm.count) return 'oneSpot';
    const near = alarms.filter((other) => other.item === alarm.item && isNear(alarm, other));
    return new Set(near.map(({ area }) => area)).size >= manyPlacesMin ? 'manyPlaces' : 'other';
  });
}

/** How many matters alarms tell of: those of one item close in time, of which one area holds the other, are one. */
export function countMatters(
  alarms: readonly Alarm[],
  holds: (outer: number, inner: number) => boolean,
): number {
  const matter = alarms.map((_, i) => i);
  const root = (i: number): number => (matter[i] === i ? i : root(matter[i]!));
  alarms.forEach((alarm, i) => {
    for (let j = 0; j < i; j++) {
      const other = alarms[j]!;
      const isNested = holds(alarm.area, other.area) || holds(other.area, alarm.area);
      if (alarm.item === other.item && isNear(alarm, other) && isNested) matter[root(i)] = root(j);
    }
  });
  return new Set(alarms.map((_, i) => root(i))).size;
}

/** Says which area holds another, by what the rows have seen. */
export function holdsBy(
  rows: Window['rows'],
  areas: readonly Area[],
): (outer: number, inner: number) => boolean {
  const pairs = new Set(rows.map(({ district, place }) => district * areas.length + place));
  return (outer, inner) => outer === inner || outer === 0 || pairs.has(outer * areas.length + inner);
}

const isNear = (a: Alarm, b: Alarm) => a.since - nearHours <= b.at && b.since - nearHours <= a.at;
