import type { Surge } from '../../../functions/core/early/surge-evidence.ts';
import type { LearnRule } from './learn-usual.ts';

/** How streams are learnt and watched. */
export interface DetectRule {
  readonly learn: LearnRule;
  readonly surge: Surge;
}

/** Hours of a mean month. */
export const monthHours = 730;

/**
 * Nobody publishes such values. Assumption: strengths and half-life are those under which held-out windows of New York's
 * requests were likeliest among a few tried; a surge worth telling is three times the usual and two requests an hour more.
 */
export const detectRule: DetectRule = {
  learn: {
    shrinkage: { time: 3, area: 100 },
    level: { halfLifeHours: 168, strength: 30, lagHours: 12 },
  },
  surge: { factor: 3, extra: 2 },
};
