import { emptyCity, emptyItem } from '../counters.ts';
import type { WallHour } from '../hour-slot.ts';
import { weekHours } from '../hour-slot.ts';
import { newLevel } from '../recent-level.ts';
import type { CityWatch, ItemWatch } from './watch-state.ts';

/** The watch of a city whose first hour is `since`. */
export const newCityWatch = (since: WallHour): CityWatch => ({
  next: since,
  since,
  counters: emptyCity(),
  counted: {},
  fit: { day: Number.MIN_SAFE_INTEGER, rates: new Array<number>(weekHours).fill(0) },
});

/** The watch of an item that is first seen in `hour`. */
export const newItemWatch = (hour: WallHour, lagHours: number): ItemWatch => ({
  through: hour - 1,
  learnt: hour - lagHours - 1,
  counters: emptyItem(),
  level: newLevel(),
  trend: newLevel(),
  streams: {},
  alarmed: {},
  warned: {},
  measures: [],
  week: { week: weekOf(hour), counts: {}, expected: {} },
  outcome: { alarms: [], measured: [], weeks: [] },
});

/** 1970-01-05 was the first Monday. */
const firstMondayHour = 4 * 24;

/** The number of the week, Monday to Sunday, that an hour of the wall clock lies in. */
export const weekOf = (hour: WallHour): number => Math.floor((hour - firstMondayHour) / weekHours);

/** The first hour of a week. */
export const weekStart = (week: number): WallHour => week * weekHours + firstMondayHour;
