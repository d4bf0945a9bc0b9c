import type { AreaKind, StreamRows } from '../read/stream-rows.ts';
import { type ForecastMethod, forecastMethods, simpleForecasts } from './forecast-methods.ts';
import type { Forecast, Learner } from './usual-forecast.ts';
import type { Weeks } from './weeks.ts';

/** A forecast horizon in weeks. */
export type Horizon = 1 | 4;
export const horizons: readonly Horizon[] = [1, 4];

/** What one series brought from one origin on, and what was forecast. */
export interface Scored {
  readonly stream: number;
  readonly actual: number;
  readonly forecasts: Readonly<Record<ForecastMethod, number>>;
}

/** All series of a kind of area and a horizon, forecast at the beginning of `week` from what came before. */
export interface OriginScores {
  readonly week: number;
  readonly kind: AreaKind;
  readonly horizon: Horizon;
  readonly scored: readonly Scored[];
}

/** Share of the weeks that is held out; their first half chooses, their second judges. */
const heldShare = 0.4;
/** Origins stand so many weeks apart, so that the months forecast do not overlap. */
const stepWeeks = 4;

/**
 * Forecasts every series from each origin in the held-out weeks, learning on the way, and lays what came beside it. Series
 * that had no request before the first origin are left out, for nobody would have known them.
 * @returns the scores, and the candidate's forecast after the last week
 */
export function scoreOrigins(
  source: StreamRows,
  weeks: Weeks,
  learner: Learner,
): { readonly origins: readonly OriginScores[]; readonly forecast: Forecast } {
  const areas = source.areas.length;
  const first = Math.floor(weeks.count * (1 - heldShare));
  const known = [...weeks.series].filter(([, counts]) =>
    counts.subarray(0, first).some((count) => count > 0),
  );
  const simple = simpleForecasts(weeks, source);
  const origins: OriginScores[] = [];
  for (let week = 0; week < weeks.count; week++) {
    if (week >= first && (week - first) % stepWeeks === 0 && week + Math.max(...horizons) <= weeks.count) {
      const methods: Record<ForecastMethod, Forecast> = { ...simple, usual: learner.forecast() };
      for (const horizon of horizons) {
        const scored = known.map(([stream, counts]): Scored => {
          const [item, area] = [Math.floor(stream / areas), stream % areas];
          const forecasts = forecastMethods.map((name) => [name, methods[name](item, area, week, horizon)]);
          const actual = counts.subarray(week, week + horizon).reduce((a, b) => a + b, 0);
          return { stream, actual, forecasts: Object.fromEntries(forecasts) as Scored['forecasts'] };
        });
        for (const [kind, ofKind] of Map.groupBy(
          scored,
          ({ stream }) => source.areas[stream % areas]!.kind,
        )) {
          origins.push({ week, kind, horizon, scored: ofKind });
        }
      }
    }
    learner.learn(week);
  }
  return { origins, forecast: learner.forecast() };
}
