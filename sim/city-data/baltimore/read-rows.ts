import { parse } from 'csv-parse/sync';
import * as z from 'zod';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { EpochMs } from '../../../functions/core/time.ts';
import { parseClockTime } from './parse-clock-time.ts';

/** A request of Open Baltimore's 311 file. Times are instants under one fixed offset; see `parseClockTime`. */
export type BaltimoreRow = {
  /** The request's public number (ServiceRequestNum). */
  readonly key: string;
  readonly type: string;
  readonly agency: string;
  readonly createdAt: EpochMs;
  readonly dueAt: EpochMs | null;
  readonly closedAt: EpochMs | null;
  readonly status: string;
  readonly statusAt: EpochMs;
  /** Degrees; null where the file has none or a placeholder of whole degrees. */
  readonly lat: number | null;
  readonly lng: number | null;
  /** The channel, such as Phone, API or Internal. */
  readonly method: string;
  readonly neighborhood: string | null;
  readonly councilDistrict: string | null;
};

/** A row that could not be read: the file's line, the column and why. */
export type RejectedRow = { readonly line: number; readonly column: string; readonly reason: string };

export type ReadError = { readonly code: 'NOT_A_BALTIMORE_FILE'; readonly reason: string };

/** The columns that are read, and so the only ones that ship: addresses and ZIP codes can name a home. */
export const columns = [
  'ServiceRequestNum',
  'SRType',
  'MethodReceived',
  'CreatedDate',
  'SRStatus',
  'StatusDate',
  'DueDate',
  'CloseDate',
  'Agency',
  'Neighborhood',
  'CouncilDistrict',
  'Latitude',
  'Longitude',
] as const;

const recordsWithLines = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }),
);

type Column = (typeof columns)[number];
type Cells = Readonly<Record<Column, string>>;

/**
 * Reads the text of a 311 file as Open Baltimore publishes it (other columns are ignored, street addresses with
 * them). A file without the columns is NOT_A_BALTIMORE_FILE; a row that is not readable, or whose number came before,
 * is listed in `rejected` and left out, so that one bad line of an unseen file does not lose the rest.
 */
export const readRows = (
  text: string,
): Result<
  { readonly rows: readonly BaltimoreRow[]; readonly rejected: readonly RejectedRow[] },
  ReadError
> => {
  const table = readTable(text);
  if (!table.ok) return table;
  const rows: BaltimoreRow[] = [];
  const rejected: RejectedRow[] = [];
  const keys = new Set<string>();
  for (const { line, cells } of table.value) {
    const row = readRow(cells);
    if ('reason' in row) rejected.push({ line, ...row });
    else if (keys.has(row.key)) {
      rejected.push({ line, column: 'ServiceRequestNum', reason: `${row.key} came in an earlier line` });
    } else {
      keys.add(row.key);
      rows.push(row);
    }
  }
  return ok({ rows, rejected });
};

const readTable = (text: string): Result<{ line: number; cells: Cells }[], ReadError> => {
  try {
    const parsed: unknown = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    const records = recordsWithLines.parse(parsed);
    const header = records[0]?.record ?? [];
    const missing = columns.filter((column) => !header.includes(column));
    if (missing.length > 0) return notBaltimore(`the header lacks ${missing.join(', ')}`);
    const at = columns.map((column) => header.indexOf(column));
    return ok(
      records.slice(1).map(({ record, info }) => ({
        line: info.lines,
        cells: Object.fromEntries(
          columns.map((column, c) => [column, (record[at[c]!] ?? '').trim()]),
        ) as Cells,
      })),
    );
  } catch (cause) {
    return notBaltimore(cause instanceof Error ? cause.message : String(cause));
  }
};

const notBaltimore = (reason: string) => err({ code: 'NOT_A_BALTIMORE_FILE', reason } as const);

const readRow = (cells: Cells): BaltimoreRow | { column: Column; reason: string } => {
  for (const column of ['ServiceRequestNum', 'SRType', 'Agency', 'SRStatus'] as const) {
    if (cells[column] === '') return { column, reason: 'is empty' };
  }
  const times = {} as Record<'CreatedDate' | 'StatusDate' | 'DueDate' | 'CloseDate', EpochMs | null>;
  for (const column of ['CreatedDate', 'StatusDate', 'DueDate', 'CloseDate'] as const) {
    times[column] = cells[column] === '' ? null : parseClockTime(cells[column]);
    if (times[column] === null && cells[column] !== '') {
      return { column, reason: `"${cells[column]}" is not a time such as 04/12/2018 11:11:26 AM` };
    }
  }
  if (times.CreatedDate === null) return { column: 'CreatedDate', reason: 'is empty' };
  if (times.StatusDate === null) return { column: 'StatusDate', reason: 'is empty' };
  return {
    key: cells.ServiceRequestNum,
    type: cells.SRType,
    agency: cells.Agency,
    createdAt: times.CreatedDate,
    dueAt: times.DueDate,
    closedAt: times.CloseDate,
    status: cells.SRStatus,
    statusAt: times.StatusDate,
    ...position(cells.Latitude, cells.Longitude),
    method: cells.MethodReceived,
    neighborhood: cells.Neighborhood || null,
    councilDistrict: cells.CouncilDistrict || null,
  };
};

/** The file writes whole degrees, such as (39, -77), where it does not know; they are no place in the city. */
const position = (latitude: string, longitude: string): Pick<BaltimoreRow, 'lat' | 'lng'> => {
  const [lat, lng] = [Number(latitude), Number(longitude)];
  const isKnown =
    latitude !== '' &&
    longitude !== '' &&
    Math.abs(lat) <= 90 &&
    Math.abs(lng) <= 180 &&
    !(Number.isInteger(lat) || Number.isInteger(lng));
  return isKnown ? { lat, lng } : { lat: null, lng: null };
};
