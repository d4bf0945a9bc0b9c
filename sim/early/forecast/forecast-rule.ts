import type { LearnRule } from '../detect/learn-usual.ts';

/**
 * How a forecast learns. Assumption, nobody publishes such values: those with the smallest error on the choosing half of
 * Baltimore's held-out weeks among a few tried. The level fades over four months, for a forecast reaches weeks ahead, and
 * has no lag, for a surge of last week is part of what comes next.
 */
export const forecastRule: LearnRule = {
  shrinkage: { time: 30, area: 100 },
  level: { halfLifeHours: 2_688, strength: 5, lagHours: 0 },
};
