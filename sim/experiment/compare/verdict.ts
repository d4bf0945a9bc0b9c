import type { Figure } from '../../report/report-input.ts';

/** Which of two is larger, as far as the 95 % interval of their paired difference can tell. */
export type Verdict = 'second' | 'first' | 'undecided';

/** The verdict of a difference, second - first. One replication, which has no interval, decides nothing. */
export function verdictOf({ mean, halfWidth95 }: Figure): Verdict {
  if (halfWidth95 === undefined) return 'undecided';
  if (mean - halfWidth95 > 0) return 'second';
  return mean + halfWidth95 < 0 ? 'first' : 'undecided';
}
