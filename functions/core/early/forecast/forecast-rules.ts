import type { ForecastPolicy } from '../../policy/forecast-policy.ts';
import { need } from '../../rules/need.ts';
import { hourMs } from '../../time.ts';
import type { AreaKind } from '../areas.ts';
import type { Dispersion } from '../dispersion.ts';
import type { LevelRule } from '../recent-level.ts';
import type { Shrinkage } from '../usual.ts';
import { compileDispersion } from '../warning/warning-rules.ts';

/** How far ahead a forecast looks: a week, or four weeks for a month. */
export type Horizon = 'week' | 'month';

/** The compiled rules of forecasts (预测). */
export interface ForecastRules {
  readonly shrinkage: Shrinkage;
  readonly level: LevelRule;
  readonly dispersion: Readonly<Record<Horizon, Readonly<Record<AreaKind, Dispersion>>>>;
  readonly within: readonly number[];
}

/** Compiles a pack's rules of forecasts. A forecast's level has no lag: what came last week is part of what comes next. */
export function compileForecast(policy: ForecastPolicy): ForecastRules {
  const { shrinkage, level, dispersion } = policy;
  const path = 'early.forecast';
  return {
    shrinkage: {
      time: need(shrinkage.time, `${path}.shrinkage.time`),
      area: need(shrinkage.area, `${path}.shrinkage.area`),
    },
    level: {
      halfLifeHours: Math.round(need(level.halfLife, `${path}.level.halfLife`) / hourMs),
      strength: need(level.strength, `${path}.level.strength`),
      lagHours: 0,
    },
    dispersion: {
      week: compileDispersion(dispersion.week, `${path}.dispersion.week`),
      month: compileDispersion(dispersion.month, `${path}.dispersion.month`),
    },
    within: need(policy.within, `${path}.within`),
  };
}
