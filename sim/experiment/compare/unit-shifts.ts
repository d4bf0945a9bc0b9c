import type { UnitShift } from '../../report/comparison-report.ts';
import type { BoardLine } from '../../report/report-input.ts';
import { boardFigures } from '../summary/board-figures.ts';
import type { CityNames } from '../summary/city-names.ts';
import { figureOf } from '../summary/figure-of.ts';
import { present } from '../summary/present.ts';
import { unitFigures } from '../summary/unit-figures.ts';
import { lastBoard } from './board-pairs.ts';
import type { PairedRuns } from './measure-differences.ts';

/**
 * Every unit on the last month's board of both: mean score, rank and class under each, and the paired difference of
 * scores. Those that lose most come first.
 */
export function unitShifts({ a, b }: PairedRuns, names: CityNames): UnitShift[] {
  const boards = { a: boardFigures(a, names).at(-1), b: boardFigures(b, names).at(-1) };
  const sizes = new Map(unitFigures(a, names).map((unit) => [unit.unit, unit]));
  const differences = scoreDifferences({ a, b });
  const shifts = (boards.a?.groups ?? []).flatMap(({ group, lines }) => {
    const others = new Map(
      boards.b?.groups.find((other) => other.group === group)?.lines.map((line) => [line.unit, line]),
    );
    return lines.flatMap((line): UnitShift[] => {
      const other = others.get(line.unit);
      if (other === undefined) return [];
      const size = sizes.get(line.unit);
      return [
        {
          unit: line.unit,
          name: line.name,
          group,
          tickets: size?.tickets ?? line.cases,
          staff: size?.staff ?? 0,
          ...sides(line, other),
          ...present({ difference: figureOf(differences.get(`${group} ${line.unit}`) ?? []) }),
        },
      ];
    });
  });
  return shifts.sort(
    (x, y) => (x.difference?.mean ?? 0) - (y.difference?.mean ?? 0) || (x.unit < y.unit ? -1 : 1),
  );
}

const sides = (a: BoardLine, b: BoardLine) =>
  present({
    rankA: a.rank,
    rankB: b.rank,
    scoreA: a.score?.mean,
    scoreB: b.score?.mean,
    classA: a.className,
    classB: b.className,
  });

/** b - a of each unit's score per replication; a unit without a score in one of them has none there. */
function scoreDifferences({ a, b }: PairedRuns): Map<string, (number | undefined)[]> {
  const differences = new Map<string, (number | undefined)[]>();
  for (const [i, result] of a.entries()) {
    const other = lastBoard(b[i]!);
    for (const [group, rows] of Object.entries(lastBoard(result))) {
      const scores = new Map(other[group]?.map((row) => [row.unit, row.score]));
      for (const { unit, score } of rows) {
        const against = scores.get(unit);
        const list = differences.get(`${group} ${unit}`) ?? [];
        list.push(score === undefined || against === undefined ? undefined : against - score);
        differences.set(`${group} ${unit}`, list);
      }
    }
  }
  return differences;
}
