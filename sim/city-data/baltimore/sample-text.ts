import { parse } from 'csv-parse/sync';
import { columns } from './read-rows.ts';

const everyNth = 8;
const perTypeMax = 6;
const perNeighborhoodMax = 2;

/**
 * Chooses the sample that ships from the text of the full file: every eighth row, and the first rows of each type and
 * of each neighborhood, so that all of them occur. Positions are rounded to two decimals (about a kilometre).
 */
export const sampleText = (text: string): string => {
  const records: Record<string, string>[] = parse(text, { bom: true, columns: true, skip_empty_lines: true });
  const isAmongFirst = counter();
  const chosen = records.filter((record, index) => {
    const byType = isAmongFirst(`type ${record.SRType}`, perTypeMax);
    const byNeighborhood = isAmongFirst(`neighborhood ${record.Neighborhood}`, perNeighborhoodMax);
    return index % everyNth === 0 || byType || byNeighborhood;
  });
  const lines = chosen.map((record) => columns.map((column) => cell(column, record[column] ?? '')).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
};

const counter = () => {
  const counts = new Map<string, number>();
  return (key: string, max: number): boolean => {
    const before = counts.get(key) ?? 0;
    counts.set(key, before + 1);
    return before < max;
  };
};

const cell = (column: string, value: string): string => {
  const text = /^(Latitude|Longitude)$/.test(column) ? coarse(value) : value;
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Whole degrees are the file's placeholder and stay what they are; so does an empty cell. */
const coarse = (degrees: string): string =>
  degrees === '' || Number.isInteger(Number(degrees)) ? degrees : Number(degrees).toFixed(2);
