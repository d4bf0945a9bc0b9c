import type { WallHour } from './hour-slot.ts';

/** How far an item lately runs above or below what its hours, weekdays and months say; serialisable. */
export interface RecentLevel {
  requests: number;
  expected: number;
  /** The last hour that was taken in. */
  at: WallHour;
}

/** How a level is followed. */
export interface LevelRule {
  /** Hours after which what was seen weighs half. */
  readonly halfLifeHours: number;
  /** Requests as if seen at the usual level: a level of few requests stays near 1. */
  readonly strength: number;
  /** Hours that must have passed before an hour is taken in, so that a surge does not pass for usual. */
  readonly lagHours: number;
}

/** A level of which nothing was seen: requests come at the usual rate. */
export const newLevel = (): RecentLevel => ({ requests: 0, expected: 0, at: 0 });

/** The factor on the usual rate at `hour`: mean of a gamma posterior whose evidence fades with time. */
export function levelAt(level: RecentLevel, hour: WallHour, { halfLifeHours, strength }: LevelRule): number {
  const kept = 2 ** (-Math.max(0, hour - level.at) / halfLifeHours);
  return (strength + level.requests * kept) / (strength + level.expected * kept);
}

/** Takes an hour in; hours come in order of time. `expected` is without the level. */
export function followLevel(
  level: RecentLevel,
  seen: { readonly hour: WallHour; readonly count: number; readonly expected: number },
  { halfLifeHours }: LevelRule,
): void {
  const kept = 2 ** (-Math.max(0, seen.hour - level.at) / halfLifeHours);
  level.requests = level.requests * kept + seen.count;
  level.expected = level.expected * kept + seen.expected;
  level.at = seen.hour;
}
