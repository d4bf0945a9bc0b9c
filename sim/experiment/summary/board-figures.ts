import type { RunResult } from '../../city/run-result.ts';
import type { BoardFigures, BoardLine } from '../../report/report-input.ts';
import type { CityNames } from './city-names.ts';
import { figureOf } from './figure-of.ts';

type BoardRow = RunResult['boards'][number]['groups'][string][number] & { readonly class?: string };

/**
 * The boards of each month over the replications: a unit's mean score and its rank by that; how far its rank ranged; its
 * most frequent class, which may be none. Units without a score in some replication stand last, unranked.
 */
export function boardFigures(results: readonly RunResult[], names: CityNames): BoardFigures[] {
  let ranksBefore = new Map<string, number>();
  return (results[0]?.boards ?? []).map(({ month, groups }) => {
    const ranksNow = new Map<string, number>();
    const lines = Object.keys(groups).map((group) => {
      const rows = results.flatMap(
        ({ boards }) => boards.find((board) => board.month === month)?.groups[group] ?? [],
      );
      const ranked = rankedLines(rows, results.length, names);
      return {
        group,
        lines: ranked.map((line) => {
          const before = ranksBefore.get(`${group} ${line.unit}`);
          if (line.rank === undefined) return line;
          ranksNow.set(`${group} ${line.unit}`, line.rank);
          return before === undefined ? line : { ...line, movement: before - line.rank };
        }),
      };
    });
    ranksBefore = ranksNow;
    return { month, groups: lines };
  });
}

function rankedLines(rows: readonly BoardRow[], replications: number, names: CityNames): BoardLine[] {
  const byUnit = Map.groupBy(rows, ({ unit }) => unit);
  const lines = [...byUnit].map(([unit, own]) => lineOf(unit, own, replications, names));
  lines.sort((a, b) => (b.score?.mean ?? -1) - (a.score?.mean ?? -1) || (a.unit < b.unit ? -1 : 1));
  return lines.map((line) =>
    line.score === undefined
      ? line
      : { ...line, rank: 1 + lines.findIndex((other) => other.score?.mean === line.score?.mean) },
  );
}

function lineOf(unit: string, rows: readonly BoardRow[], replications: number, names: CityNames): BoardLine {
  const scores = rows.map(({ score }) => score);
  const score = scores.length === replications ? figureOf(scores) : undefined;
  const ranks = rows.flatMap(({ rank }) => (rank === undefined ? [] : [rank]));
  const className = mostFrequent(rows.map((row) => row.class ?? '')) || undefined;
  return {
    unit,
    name: names.nameOf(unit),
    cases: rows.reduce((sum, { cases }) => sum + cases, 0) / replications,
    ...(score === undefined ? {} : { score }),
    ...(ranks.length < 2 ? {} : { rankLow: Math.min(...ranks), rankHigh: Math.max(...ranks) }),
    ...(className === undefined ? {} : { className }),
    ...pooledRates(rows),
  };
}

type RateName = 'response' | 'resolution' | 'satisfaction' | 'onTime';
const rateNames: readonly RateName[] = ['response', 'resolution', 'satisfaction', 'onTime'];

/** The rates of all replications together; those without a base are absent. */
function pooledRates(rows: readonly BoardRow[]): Partial<Record<RateName, number>> {
  const rates: Partial<Record<RateName, number>> = {};
  for (const name of rateNames) {
    const base = rows.reduce((sum, row) => sum + row[name].base, 0);
    if (base > 0) rates[name] = rows.reduce((sum, row) => sum + row[name].yes, 0) / base;
  }
  return rates;
}

/** The most frequent text; of equally frequent ones the first in order. */
function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = [...Map.groupBy(texts, (text) => text)].map(([text, all]) => ({ text, count: all.length }));
  return counts.sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))[0]?.text;
}
