import { Count } from './city-tallies.ts';

/** Rates of the whole city in one month; `null` where nobody was asked or nothing ended. */
export interface MonthFigures {
  /** `2026-11`. */
  readonly month: string;
  readonly closed: number;
  readonly onTimeShare: number | null;
  readonly responseRate: number | null;
  readonly resolutionRate: number | null;
  readonly satisfactionRate: number | null;
}

/** Of one month, from what was counted by its end and by the end of the month before. */
export function monthFigures(month: string, until: Float64Array, before: Float64Array): MonthFigures {
  const of = (name: keyof typeof Count) => until[Count[name]]! - before[Count[name]]!;
  const share = (part: keyof typeof Count, whole: keyof typeof Count) =>
    of(whole) > 0 ? of(part) / of(whole) : null;
  return {
    month,
    closed: of('closed'),
    onTimeShare: share('onTime', 'closed'),
    responseRate: share('respondedYes', 'respondedBase'),
    resolutionRate: share('resolvedYes', 'resolvedBase'),
    satisfactionRate: share('satisfiedYes', 'satisfiedBase'),
  };
}
