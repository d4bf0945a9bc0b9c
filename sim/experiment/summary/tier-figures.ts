import type { Text } from '../../../functions/messages/text.ts';
import type { Histogram, RunResult, TierResult } from '../../city/run-result.ts';
import type {
  ArrivalFigures,
  CountFigure,
  Figure,
  HistogramData,
  TierFigures,
} from '../../report/report-input.ts';
import { figureOf } from './figure-of.ts';
import { titleOf } from './titles.ts';

/** Counts of equal ranges over all replications; the one with the longest tail has the edges of all. */
const merged = (histograms: readonly Histogram[]): HistogramData => {
  const edges = histograms.reduce<readonly number[]>(
    (longest, each) => (each.edges.length > longest.length ? each.edges : longest),
    [],
  );
  return {
    edges,
    counts: edges.map((_, i) => histograms.reduce((sum, { counts }) => sum + (counts[i] ?? 0), 0)),
  };
};

/** The mean over the replications that have a value, with its interval; undefined where none has. */
const ofKnown = (values: readonly (number | null)[]): Figure | undefined =>
  figureOf(values.filter((value) => value !== null && Number.isFinite(value)));

type TierNumber = Exclude<keyof TierResult, 'tier' | 'latenessHours'>;

/** Tiers (四级处置) in the order of the first replication; those in which nothing ended are left out. */
export const tierFigures = (results: readonly RunResult[]): TierFigures[] =>
  (results[0]?.byTier ?? []).flatMap(({ tier }) => {
    const rows = results.flatMap(({ byTier }) => byTier.filter((row) => row.tier === tier));
    const of = (name: TierNumber) => ofKnown(rows.map((row) => row[name]));
    const [tickets, onTimeShare] = [of('tickets'), of('onTimeShare')];
    const [p50Hours, p90Hours, p99Hours] = [of('p50Hours'), of('p90Hours'), of('p99Hours')];
    if (!(tickets && onTimeShare && p50Hours && p90Hours && p99Hours)) return [];
    const latenessHours = merged(rows.map((row) => row.latenessHours));
    return [
      { tier, title: titleOf(tier), tickets, onTimeShare, p50Hours, p90Hours, p99Hours, latenessHours },
    ];
  });

/** Rungs of the ladder (提级). */
export const rungFigures = (results: readonly RunResult[]): CountFigure[] =>
  (results[0]?.rungs ?? []).flatMap(({ rung }) => {
    const count = figureOf(results.map(({ rungs }) => rungs.find((row) => row.rung === rung)?.count ?? 0));
    return count === undefined ? [] : [{ key: rung, title: titleOf(rung), count }];
  });

/** Arrivals of summoned units (部门报到), by kind of whistle; kinds that nobody blew are left out. */
export const arrivalFigures = (
  results: readonly RunResult[],
  kindTitle: (kind: string) => Text,
): ArrivalFigures[] =>
  (results[0]?.arrivals ?? []).flatMap(({ kind }) => {
    const rows = results.flatMap(({ arrivals }) => arrivals.filter((row) => row.kind === kind));
    const summonses = ofKnown(rows.map((row) => row.summonses));
    const onTimeShare = ofKnown(rows.map((row) => row.onTimeShare));
    if (!(summonses && onTimeShare)) return [];
    const minutes = merged(rows.map((row) => row.minutes));
    return [{ kind, title: kindTitle(kind), summonses, onTimeShare, minutes }];
  });
