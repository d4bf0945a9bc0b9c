import type { Rules } from '../rules/rules.ts';
import { type Rates, ratesOf, type ScoredCase } from './rates.ts';

/** A unit's row. `score` and `rank` are absent where the base is too small to rank. */
export interface BoardRow extends Rates {
  readonly unit: string;
  readonly score?: number;
  readonly rank?: number;
}

/**
 * The month's board (考评排名): a pure function of the scored cases and the pack's score rules. Rows are ordered by score,
 * then by unit; equal scores share a rank. A rate nobody was asked about leaves its weight to the others.
 */
export function boardOf(cases: readonly ScoredCase[], score: Rules['score']): BoardRow[] {
  const byUnit = Map.groupBy(cases, ({ unit }) => unit);
  const rows = [...byUnit].map(([unit, own]): BoardRow => {
    const rates = ratesOf(own, score);
    const points = rates.cases < score.baseMin ? undefined : scoreOf(rates, score.weights);
    return points === undefined ? { unit, ...rates } : { unit, ...rates, score: points };
  });
  rows.sort((a, b) => (b.score ?? -1) - (a.score ?? -1) || (a.unit < b.unit ? -1 : 1));
  return rows.map((row) =>
    row.score === undefined
      ? row
      : { ...row, rank: 1 + rows.findIndex((other) => other.score === row.score) },
  );
}

/** Points out of 100, or undefined when no rate has a base. */
function scoreOf(rates: Rates, weights: Rules['score']['weights']): number | undefined {
  const known = [
    { share: rates.response.share, weight: weights.response },
    { share: rates.resolution.share, weight: weights.resolution },
    { share: rates.satisfaction.share, weight: weights.satisfaction },
  ].filter(({ share }) => share !== undefined);
  const total = known.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return undefined;
  return (100 * known.reduce((sum, { share, weight }) => sum + share! * weight, 0)) / total;
}
