import type { RunResult } from '../../city/run-result.ts';
import type { FairnessFigure } from '../../report/comparison-report.ts';
import { kendallTau } from '../../stats/kendall-tau.ts';
import { figureOf } from '../summary/figure-of.ts';
import { type BoardEntry, lastBoard } from './board-pairs.ts';
import type { PairedRuns } from './measure-differences.ts';

type Unit = RunResult['units'][number];

/** What a unit cannot help: how much comes to it, how large it is, how heavy its matters are (staff time a ticket). */
const burdens: Readonly<Record<FairnessFigure['against'], (unit: Unit) => number>> = {
  load: ({ tickets }) => tickets,
  size: ({ staff }) => staff,
  mix: ({ utilisation, staff, tickets }) => (utilisation * staff) / tickets,
};

/**
 * How far the last month's scores follow what units cannot help, in the largest group: the mean over replications of
 * Kendall's tau of score against load, size and mix. Near 0 is fair; below 0, the burdened stand lower.
 */
export function fairness({ a, b }: PairedRuns): FairnessFigure[] {
  return (['load', 'size', 'mix'] as const).flatMap((against) => {
    const [first, second] = [a, b].map((results) =>
      figureOf(results.map((result) => tauOf(result, against))),
    );
    return first === undefined || second === undefined ? [] : [{ against, a: first.mean, b: second.mean }];
  });
}

function tauOf(result: RunResult, against: FairnessFigure['against']): number {
  const units = new Map(result.units.map((unit) => [unit.unit, unit]));
  const groups = Object.values(lastBoard(result));
  const largest = groups.reduce<readonly BoardEntry[]>(
    (most, rows) => (rows.length > most.length ? rows : most),
    [],
  );
  const scores: number[] = [];
  const burden: number[] = [];
  for (const { unit, score } of largest) {
    const known = units.get(unit);
    if (score === undefined || known === undefined || known.tickets === 0) continue;
    scores.push(score);
    burden.push(burdens[against](known));
  }
  return kendallTau(scores, burden);
}
