import type { ComparisonReport } from '../../report/comparison-report.ts';
import { kendallTau } from '../../stats/kendall-tau.ts';
import { figureOf } from '../summary/figure-of.ts';
import { lastBoard, scorePairs } from './board-pairs.ts';
import type { PairedRuns } from './measure-differences.ts';

/**
 * How alike both rank the units of each group, replication by replication: Kendall's tau of the last month's scores. Groups
 * in which nothing is ranked are left out.
 */
export function rankStability({ a, b }: PairedRuns): ComparisonReport['stability'] {
  const groups = Object.keys(a[0] === undefined ? {} : lastBoard(a[0]));
  return groups.flatMap((group) => {
    const taus = a.map((result, i) => {
      const pairs = scorePairs(lastBoard(result)[group] ?? [], lastBoard(b[i]!)[group] ?? []);
      return kendallTau(
        pairs.map((pair) => pair.a),
        pairs.map((pair) => pair.b),
      );
    });
    const tau = figureOf(taus);
    return tau === undefined ? [] : [{ group, tau }];
  });
}
