import { parse } from 'csv-parse/sync';
import * as z from 'zod';

/**
 * Reads a source table (CSV with a header row) into checked rows. Throws with the file and line on a row the schema
 * refuses: a broken source is a defect of the project, not an outcome to handle.
 */
export const readTable = <Row extends z.ZodType>(file: string, text: string, row: Row): z.output<Row>[] => {
  const records: unknown[] = parse(text, { bom: true, columns: true, skip_empty_lines: true });
  return records.map((record, index) => {
    const parsed = row.safeParse(record);
    if (parsed.success) return parsed.data;
    throw new Error(`${file}: row ${index + 2}: ${z.prettifyError(parsed.error)}`);
  });
};

/** A cell that lists values with a separator; an empty cell is an empty list. */
export const listCell = (separator: string) =>
  z.string().transform((cell) => cell.split(separator).filter((part) => part !== ''));
