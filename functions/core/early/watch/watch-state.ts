import * as z from 'zod';

/** Format of what is stored of the watch. Code refuses a newer one. */
export const watchFormat = 1;

const hour = z.int();
const number = z.number();
const byArea = z.record(z.string(), number);

/** A stream of hourly counts of an item in an area that is gathering evidence, and its count of the last hour. */
const stream = z.object({ evidence: number, hours: z.int(), count: z.int(), usual: number, last: z.int() });

const level = z.object({ requests: number, expected: number, at: hour });

/** What was forecast for a stretch of whole hours, both ends included. */
export const stretchForecast = z.object({
  from: hour,
  to: hour,
  mean: number,
  low: z.int(),
  high: z.int(),
  within: number,
});

export type StretchForecast = z.infer<typeof stretchForecast>;

/** An alarm over one item in one area, as one hour raised it. */
const alarm = z.object({
  /** Tells this alarm from every other of its item. */
  key: z.string(),
  area: z.string(),
  /** `surge`: more than usual; otherwise the key of the season that is ahead. */
  cause: z.string(),
  /** The hour that raised it, and the first hour of its evidence. */
  hour,
  since: hour,
  /** Requests of those hours, and what would have been usual. Of a season: of the weeks before. */
  count: z.int(),
  usual: number,
  /** What is to come if nobody acts. */
  forecast: stretchForecast,
});

export type Alarm = z.infer<typeof alarm>;

/** Requests counted in the stretch that an alarm's forecast was about. */
const measured = z.object({ key: z.string(), count: z.int() });

/** A whole week of an item, by area: what came, and what had been forecast as it began. */
const archivedWeek = z.object({ week: z.int(), counts: byArea, expected: byArea });

export type ArchivedWeek = z.infer<typeof archivedWeek>;

const outcome = z.object({
  alarms: z.array(alarm),
  measured: z.array(measured),
  weeks: z.array(archivedWeek),
});

/** What one hour of an item brought to be told: kept with the state, so that a crash before the telling loses nothing. */
export type Outcome = z.infer<typeof outcome>;

/** What is kept of one item (事项): what is usual, evidence under way, alarms, measurements. Changed in place. */
export const itemWatch = z.object({
  /** The last hour that was watched: each hour counts once. */
  through: hour,
  /** The last hour that was learnt from. */
  learnt: hour,
  counters: z.object({
    hourOfDay: z.array(number),
    weekday: z.array(number),
    month: z.array(number),
    total: number,
    areas: byArea,
  }),
  level,
  /** The level that forecasts follow. */
  trend: level,
  fit: z
    .object({
      day: z.int(),
      share: number,
      hourOfDay: z.array(number),
      weekday: z.array(number),
      month: z.array(number),
    })
    .optional(),
  streams: z.record(z.string(), stream),
  /** The last hour that each area was in alarm, and in which a warning was raised for it. */
  alarmed: byArea,
  warned: byArea,
  measures: z.array(z.object({ key: z.string(), area: z.string(), from: hour, to: hour, count: z.int() })),
  week: z.object({ week: z.int(), counts: byArea, expected: byArea }),
  outcome,
});

export type ItemWatch = z.infer<typeof itemWatch>;

/** What is kept of the city: hours recorded, requests by hour of the week and area. */
export const cityWatch = z.object({
  /** The next hour to watch, and the first that ever was. */
  next: hour,
  since: hour,
  counters: z.object({
    hours: z.array(number),
    requests: z.array(number),
    total: number,
    areas: byArea,
  }),
  /** Sightings that were there when each of the last hours was watched: what came later came late. */
  counted: z.record(z.string(), z.int()),
  /** Rates by hour of the week, as fitted at the beginning of a day. */
  fit: z.object({ day: z.int(), rates: z.array(number) }),
});

export type CityWatch = z.infer<typeof cityWatch>;
