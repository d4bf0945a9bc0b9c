import * as z from 'zod';
import type { AreaForecast } from '../../core/early/forecast/forecast-stretch.ts';
import type { WallHour } from '../../core/early/hour-slot.ts';
import { warningOutcomes, warningState } from '../../core/early/warning/warning-state.ts';
import { hourStart } from '../../core/early/watch/hour-of.ts';
import { instantText } from '../../core/instant-text.ts';
import type { Rules } from '../../core/rules/rules.ts';
import type { EpochMs } from '../../core/time.ts';
import type { UndertakingRecord } from '../../core/undertaking/undertaking-record.ts';
import { when } from '../../core/when.ts';
import type { ItemForecasts } from '../../usecases/early/forecasts/read-forecasts.ts';
import type { WatchView } from '../../usecases/early/warnings/read-watch.ts';
import { showHead, showUndertakingEntry, undertakingEntry, undertakingHead } from './undertaking-views.ts';

/** What was forecast for a stretch: its mean, and the interval meant to hold so many counts in ten. */
const stretch = z.object({
  from: when,
  until: when,
  expected: z.number(),
  low: z.int(),
  high: z.int(),
  within: z.number(),
});

/** A warning as lists show it. */
export const warningRow = undertakingHead.extend({
  unitCode: z.string(),
  districtCode: z.string().optional(),
  /** `surge`, or the key of the season that is ahead. */
  cause: z.string(),
  month: z.string(),
  /** The evidence: so many requests in this stretch against so many usual ones. */
  since: when,
  until: when,
  count: z.int(),
  usual: z.number(),
  forecast: stretch,
  respondBy: when,
  response: z.object({ outcome: z.enum(warningOutcomes), at: when, by: z.string() }).optional(),
  /** What came of it: requests of the forecast's stretch, and how many fewer than forecast, with the interval. */
  effect: z.object({ count: z.int(), avoided: z.number(), low: z.number(), high: z.number() }).optional(),
});

export const warningView = warningRow.extend({
  ticketIds: z.array(z.string()),
  history: z.array(undertakingEntry),
});

const streamView = z.object({
  itemCode: z.string(),
  /** Evidence as a share of what raises an alarm. */
  evidence: z.number(),
  hours: z.int(),
  count: z.int(),
  usual: z.number(),
  alarmedAt: when.optional(),
  warnedAt: when.optional(),
});

export const watchView = z.object({
  since: when,
  /** Hours before this instant have been watched. */
  watchedUntil: when,
  /** Whether it has seen enough to warn. */
  isWarm: z.boolean(),
  streams: z.array(streamView),
});

const interval = z.object({ within: z.number(), low: z.int(), high: z.int(), probability: z.number() });

export const forecastRow = z.object({
  itemCode: z.string(),
  forecasts: z.array(
    z.object({
      horizon: z.enum(['week', 'month']),
      from: when,
      expected: z.number(),
      intervals: z.array(interval),
    }),
  ),
  yearAgo: z.object({ week: z.number(), month: z.number() }).optional(),
  coverage: z.array(z.object({ within: z.number(), weeks: z.int(), inside: z.int() })).optional(),
});

/** Shows warnings, streams and forecasts with instants in the city's own offset. */
export function warningShows(rules: Rules) {
  const { utcOffsetMs } = rules;
  const at = (instant: EpochMs) => instantText(instant, utcOffsetMs);
  const hour = (one: WallHour) => at(hourStart(one, rules));
  const row = (record: UndertakingRecord): z.infer<typeof warningRow> => {
    const state = warningState.parse(record.state);
    const { from, to, mean, low, high, within } = state.forecast;
    return {
      ...showHead(record, utcOffsetMs),
      unitCode: state.area,
      ...(state.district === undefined ? {} : { districtCode: state.district }),
      cause: state.cause,
      month: state.month,
      since: at(state.since),
      until: at(state.until),
      count: state.count,
      usual: state.usual,
      forecast: { from: hour(from), until: hour(to + 1), expected: mean, low, high, within },
      respondBy: at(state.respondBy),
      ...(state.response && { response: { ...state.response, at: at(state.response.at) } }),
      ...(state.effect && { effect: state.effect }),
    };
  };
  return {
    row,
    view: (record: UndertakingRecord): z.infer<typeof warningView> => ({
      ...row(record),
      ticketIds: warningState.parse(record.state).ticketIds,
      history: record.history.map(showUndertakingEntry(utcOffsetMs)),
    }),
    watch: ({ since, next, isWarm, streams }: WatchView): z.infer<typeof watchView> => ({
      since: hour(since),
      watchedUntil: hour(next),
      isWarm,
      streams: streams.map(({ item, alarmedIn, warnedIn, ...stream }) => ({
        itemCode: item,
        ...stream,
        ...(alarmedIn === undefined ? {} : { alarmedAt: hour(alarmedIn + 1) }),
        ...(warnedIn === undefined ? {} : { warnedAt: hour(warnedIn + 1) }),
      })),
    }),
    forecast: ({ item, forecasts, ...more }: ItemForecasts): z.infer<typeof forecastRow> => ({
      itemCode: item,
      forecasts: forecasts.map(({ horizon, from, mean, intervals }: AreaForecast) => ({
        horizon,
        from: hour(from),
        expected: mean,
        intervals: [...intervals],
      })),
      ...(more.yearAgo && { yearAgo: more.yearAgo }),
      ...(more.coverage && { coverage: [...more.coverage] }),
    }),
  };
}
