import type { DispersionPolicy } from '../../policy/forecast-policy.ts';
import type { WarningPolicy } from '../../policy/warning-policy.ts';
import { need } from '../../rules/need.ts';
import { type DurationMs, hourMs } from '../../time.ts';
import type { AreaKind } from '../areas.ts';
import type { Dispersion } from '../dispersion.ts';
import type { LevelRule } from '../recent-level.ts';
import type { Surge } from '../surge-evidence.ts';
import type { Shrinkage } from '../usual.ts';

/** A season (供暖季, 汛期) that is warned of ahead. */
export interface Season {
  readonly key: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** What codes of its items begin with. */
  readonly items: readonly string[];
  readonly month: number;
  readonly day: number;
  readonly aheadHours: number;
  readonly overHours: number;
  readonly requestsMin: number;
  readonly factorMin: number;
}

/** The compiled rules of early warnings (预警). Lengths in hours are hours of the city's clock, whatever the speed. */
export interface WarningRules {
  readonly shrinkage: Shrinkage;
  readonly level: LevelRule;
  readonly warmUpHours: number;
  readonly surge: Surge;
  readonly falseAlarms: number;
  readonly carryOver: Readonly<Record<AreaKind, number>>;
  readonly dispersion: Readonly<Record<AreaKind, Dispersion>>;
  readonly closesAfterMs: DurationMs;
  readonly placesMin: number;
  readonly quietHours: number;
  readonly respondMs: DurationMs;
  readonly effect: { readonly overHours: number; readonly halfLifeHours: number; readonly within: number };
  readonly seasons: readonly Season[];
}

const path = 'early.warning';

/** Compiles a pack's rules of warnings; `scaled` divides a length by the speed of a demonstration. */
export function compileWarning(policy: WarningPolicy, scaled: (ms: DurationMs) => DurationMs): WarningRules {
  const { learn, effect } = policy;
  const { shrinkage, level } = learn;
  const { carryOver } = policy;
  return {
    shrinkage: {
      time: need(shrinkage.time, `${path}.learn.shrinkage.time`),
      area: need(shrinkage.area, `${path}.learn.shrinkage.area`),
    },
    level: {
      halfLifeHours: hours(need(level.halfLife, `${path}.learn.level.halfLife`)),
      strength: need(level.strength, `${path}.learn.level.strength`),
      lagHours: Math.max(1, hours(need(level.lag, `${path}.learn.level.lag`))),
    },
    warmUpHours: hours(need(learn.warmUp, `${path}.learn.warmUp`)),
    surge: need(policy.surge, `${path}.surge`),
    falseAlarms: need(policy.falseAlarms, `${path}.falseAlarms`),
    carryOver: {
      city: need(carryOver.city, `${path}.carryOver.city`),
      district: need(carryOver.district, `${path}.carryOver.district`),
      place: need(carryOver.place, `${path}.carryOver.place`),
    },
    dispersion: compileDispersion(policy.dispersion, `${path}.dispersion`),
    closesAfterMs: scaled(need(policy.closesAfter, `${path}.closesAfter`)),
    placesMin: need(policy.placesMin, `${path}.placesMin`),
    quietHours: hours(need(policy.quiet, `${path}.quiet`)),
    respondMs: scaled(need(policy.respondWithin, `${path}.respondWithin`)),
    effect: {
      overHours: Math.max(1, hours(need(effect.over, `${path}.effect.over`))),
      halfLifeHours: Math.max(1, hours(need(effect.halfLife, `${path}.effect.halfLife`))),
      within: need(effect.within, `${path}.effect.within`),
    },
    seasons: Object.entries(policy.seasons).map(([key, season]) => compileSeason(key, season)),
  };
}

/** Compiles how unevenly counts come; `at` is the path of the section. */
export function compileDispersion(
  { city, district, place }: DispersionPolicy,
  at: string,
): Record<AreaKind, Dispersion> {
  return {
    city: need(city, `${at}.city`),
    district: need(district, `${at}.district`),
    place: need(place, `${at}.place`),
  };
}

function compileSeason(key: string, season: WarningPolicy['seasons'][string]): Season {
  const at = `${path}.seasons.${key}`;
  const [month, day] = need(season.startsOn, `${at}.startsOn`).split('-').map(Number);
  return {
    key,
    title: season.title,
    items: need(season.items, `${at}.items`),
    month: month!,
    day: day!,
    aheadHours: hours(need(season.ahead, `${at}.ahead`)),
    overHours: Math.max(1, hours(need(season.over, `${at}.over`))),
    requestsMin: need(season.requestsMin, `${at}.requestsMin`),
    factorMin: need(season.factorMin, `${at}.factorMin`),
  };
}

const hours = (ms: DurationMs): number => Math.round(ms / hourMs);
