import type { DifferenceFigure } from '../comparison-report.ts';
import type { Figure } from '../report-input.ts';

export type Reading = 'better' | 'worse' | 'neither' | 'uncertain';

/** True where the 95 % interval does not hold zero; without an interval nothing is sure. */
export const isSure = ({ mean, halfWidth95 }: Figure): boolean =>
  halfWidth95 !== undefined && Math.abs(mean) > halfWidth95;

/** How a difference reads: better or worse for the city, only where its interval leaves zero out. */
export function readingOf({ difference, better }: Pick<DifferenceFigure, 'difference' | 'better'>): Reading {
  if (!isSure(difference)) return 'uncertain';
  if (better === undefined) return 'neither';
  return difference.mean > 0 === (better === 'higher') ? 'better' : 'worse';
}
