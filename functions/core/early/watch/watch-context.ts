import type { AreaKind, Areas } from '../areas.ts';
import type { ForecastRules } from '../forecast/forecast-rules.ts';
import type { WarningRules } from '../warning/warning-rules.ts';
import { alarmThreshold } from '../watch-stream.ts';
import type { CityWatch } from './watch-state.ts';

/** What the watch of an item's hour goes by; the same for all items of an hour. */
export interface WatchContext {
  readonly city: CityWatch;
  readonly areas: Areas;
  readonly rules: WarningRules;
  /** Weeks are kept and forecast where the pack has forecasts. */
  readonly forecast: ForecastRules | undefined;
  /** Evidence to raise an alarm at. */
  readonly thresholds: Readonly<Record<AreaKind, number>>;
}

/** Hours of a mean month. */
export const monthHours = 730;

const kinds: readonly AreaKind[] = ['city', 'district', 'place'];

/** The stated false alarms a month, shared alike by the kinds of area that there are and by the streams in each. */
export function thresholdsOf(
  { falseAlarms }: Pick<WarningRules, 'falseAlarms'>,
  items: number,
  counts: Areas['counts'],
): Record<AreaKind, number> {
  const watched = kinds.filter((kind) => counts[kind] > 0);
  const of = (kind: AreaKind) =>
    watched.includes(kind)
      ? alarmThreshold(items * counts[kind], monthHours, falseAlarms / watched.length)
      : Number.POSITIVE_INFINITY;
  return { city: of('city'), district: of('district'), place: of('place') };
}
