import type { Calibration } from './calibration-result.ts';

type Leaf = { readonly value: unknown; readonly basis: string };

/**
 * The part of a scenario that a file has measured, each value with the file as its basis: to be laid into a scenario of
 * the planner's own. Profiles are there only where every hour, weekday or month was recorded, and the number a day where
 * every hour and weekday was: an hour of a morning times 24 is no day.
 */
export function scenarioPart(
  { arrivals }: Calibration,
  source: string,
): { readonly load?: Record<string, Leaf> } {
  if (arrivals === undefined) return {};
  const leaf = (value: unknown): Leaf => ({ value, basis: `fitted to ${source}`.slice(0, 600) });
  const whole = (profile: readonly (number | undefined)[]) =>
    profile.every((factor) => factor !== undefined)
      ? profile.map((factor) => Number(factor!.toPrecision(5)))
      : undefined;
  const profiles = {
    hours: whole(arrivals.hour),
    weekdays: whole(arrivals.weekday),
    months: whole(arrivals.month),
  };
  const known = Object.entries(profiles).filter(([, profile]) => profile !== undefined);
  const shape = arrivals.noise?.shape;
  const isWholeWeek = profiles.hours !== undefined && profiles.weekdays !== undefined;
  return {
    load: {
      ...(isWholeWeek ? { contactsPerDay: leaf(Number(arrivals.perDay.toPrecision(6))) } : {}),
      ...Object.fromEntries(known.map(([name, profile]) => [name, leaf(profile)])),
      ...(shape === undefined ? {} : { dayNoiseShape: leaf(Number(shape.toPrecision(4))) }),
    },
  };
}
