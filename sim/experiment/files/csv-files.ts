import { stringify } from 'csv-stringify/sync';
import type { RunResult } from '../../city/run-result.ts';
import type { ComparisonReport } from '../../report/comparison-report.ts';
import type { PartFigures } from '../../report/part-figures.ts';
import type { RunReport, SweepReport } from '../../report/report-input.ts';
import { formulaSafe } from './formula-safe.ts';

/** A file's name and its text. */
export type TextFile = { readonly name: string; readonly text: string };

type Row = Readonly<Record<string, string | number | undefined>>;

/** A table as CSV with a byte order mark, which spreadsheets need to read Chinese; no cell of it is a formula. */
export const csvFile = (name: string, rows: readonly Row[]): TextFile => ({
  name,
  text: stringify(rows.map(safeRow), { header: true, bom: true }),
});

const safeRow = (row: Row) =>
  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, formulaSafe(cell)]));

/** The tables of a run. */
export const runCsv = (report: RunReport, results: readonly RunResult[]): TextFile[] => [
  csvFile(
    'measures.csv',
    report.measures.map(({ name, title, unit, figure }) => ({ name, ...title, unit, ...figure })),
  ),
  csvFile(
    'replications.csv',
    results.map(({ replication, digest, measures }) => ({ replication, digest, ...measures })),
  ),
  csvFile(
    'daily.csv',
    report.daily.dates.map((date, day) => ({
      date,
      ...Object.fromEntries(
        Object.entries(report.daily.series).flatMap(([name, { mean, low, high }]) => [
          [name, mean[day]],
          [`${name}Low`, low[day]],
          [`${name}High`, high[day]],
        ]),
      ),
    })),
  ),
  csvFile(
    'units.csv',
    report.units.map(({ name, ...unit }) => ({ ...unit, nameZh: name.zh, nameEn: name.en })),
  ),
  csvFile(
    'boards.csv',
    report.boards.flatMap(({ month, groups }) =>
      groups.flatMap(({ group, lines }) =>
        lines.map(({ name, score, ...line }) => ({
          month,
          group,
          nameZh: name.zh,
          score: score?.mean,
          scoreHalfWidth95: score?.halfWidth95,
          ...line,
        })),
      ),
    ),
  ),
  ...(report.causes === undefined ? [] : [causesCsv(report.causes)]),
  ...(report.parts ?? []).map(partCsv),
  csvFile(
    'assumptions.csv',
    report.assumptions.map((line) => ({ ...line })),
  ),
];

const causesCsv = (causes: NonNullable<RunReport['causes']>): TextFile =>
  csvFile(
    'causes.csv',
    causes.map(({ cause, title, ...figures }) => ({
      cause,
      ...title,
      ...Object.fromEntries(
        Object.entries(figures).flatMap(([name, { mean, halfWidth95 }]) => [
          [name, mean],
          [`${name}HalfWidth95`, halfWidth95],
        ]),
      ),
    })),
  );

const partCsv = ({ part, columns, rows }: PartFigures): TextFile =>
  csvFile(
    `${part}.csv`,
    rows.map(({ key, title, figures }) => ({
      key,
      ...title,
      ...Object.fromEntries(
        columns.flatMap(({ name }, i) => [
          [name, figures[i]?.mean],
          [`${name}HalfWidth95`, figures[i]?.halfWidth95],
        ]),
      ),
    })),
  );

/** The tables of a comparison. */
export const comparisonCsv = (report: ComparisonReport): TextFile[] => [
  csvFile(
    'differences.csv',
    report.measures.map(({ name, title, unit, a, b, difference }) => ({
      name,
      ...title,
      unit,
      a,
      b,
      difference: difference.mean,
      halfWidth95: difference.halfWidth95,
    })),
  ),
  csvFile(
    'units.csv',
    report.units.map(({ name, difference, ...unit }) => ({
      ...unit,
      nameZh: name.zh,
      difference: difference?.mean,
      halfWidth95: difference?.halfWidth95,
    })),
  ),
  csvFile(
    'assumptions-moved.csv',
    report.moved.map(({ key, by, difference, flips }) => ({
      key,
      by,
      difference: difference.mean,
      halfWidth95: difference.halfWidth95,
      flips: flips ? 'yes' : 'no',
    })),
  ),
];

/** The table of a sweep. */
export const sweepCsv = (report: SweepReport): TextFile[] => [
  csvFile(
    'sweep.csv',
    report.points.flatMap(({ value, measures }) =>
      measures.map(({ name, unit, figure }) => ({
        [report.parameter]: value,
        measure: name,
        unit,
        ...figure,
      })),
    ),
  ),
];
