import type { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { dayMs, type EpochMs } from '../../../functions/core/time.ts';
import type { Mapping } from '../mapping/mapping-schema.ts';
import { timeFormat } from '../mapping/time-format.ts';
import { openText } from './open-text.ts';
import { type PickedColumns, pickColumns } from './pick-columns.ts';
import { seenKeys } from './seen-keys.ts';

/** A request of a file, as a fit needs it. Times are wall-clock times of the city, in ms as if they were UTC. */
export interface FitRow {
  readonly openedAt: EpochMs | undefined;
  readonly closedAt: EpochMs | undefined;
  readonly observedUntil: EpochMs | undefined;
  readonly isDateOnly: boolean;
  readonly unit: string;
  readonly district: string;
  readonly place: string;
  /** Empty where the file does not tell. */
  readonly spot: string;
  readonly group: string;
  readonly resolved: boolean | undefined;
  readonly satisfied: boolean | undefined;
}

/** What was read, and the first lines that could not be. */
export interface ReadAccount {
  encoding: string;
  rows: number;
  rejected: number;
  readonly examples: string[];
  columns: { readonly opened: boolean; readonly closed: boolean };
  /** What the mapping names and the file has not. */
  absent: readonly string[];
}

/** Why a file cannot be read at all. */
export type ReadProblem = { readonly file: string; readonly reason: string };

const examplesMax = 5;

/**
 * Streams the rows of a file of any size to `take`. A line that cannot be read is counted and left out, the first few
 * with their line and reason; a file without the mapped columns, or not readable as text, is a problem.
 */
export async function readRequests(
  file: string,
  mapping: Mapping,
  take: (row: FitRow) => void,
): Promise<Result<ReadAccount, ReadProblem>> {
  const account: ReadAccount = {
    encoding: '',
    rows: 0,
    rejected: 0,
    examples: [],
    columns: { opened: false, closed: false },
    absent: [],
  };
  try {
    const { text, encoding } = await openText(file, mapping.encoding);
    account.encoding = encoding;
    const problem = await readAll(text, { mapping, account, take });
    return problem === undefined ? ok(account) : err({ file, reason: problem });
  } catch (cause) {
    return err({ file, reason: whyUnreadable(cause, mapping) });
  }
}

/** In the words of whoever has the file: the libraries quote cells, which may be personal, and bytes as another alphabet. */
function whyUnreadable(cause: unknown, { encoding, delimiter }: Mapping): string {
  if (cause instanceof CsvError) {
    const line = typeof cause.lines === 'number' ? `line ${cause.lines}: ` : '';
    return `${line}is no CSV cell: a quote is left open, or stands in a cell without quotes around it (delimiter "${delimiter}")`;
  }
  if (cause instanceof TypeError) {
    const tried = encoding === 'auto' ? 'neither UTF-8 nor GB18030' : `not ${encoding}`;
    return `its text is ${tried}: save it as CSV in UTF-8`;
  }
  return cause instanceof Error ? cause.message : String(cause);
}

type Reading = {
  readonly mapping: Mapping;
  readonly account: ReadAccount;
  readonly take: (row: FitRow) => void;
};

type NumberedRecord = { readonly record: readonly string[]; readonly info: { readonly lines: number } };

async function readAll(text: Readable, { mapping, account, take }: Reading): Promise<string | undefined> {
  const parser = parse({
    bom: true,
    info: true,
    delimiter: mapping.delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  text.on('error', (cause) => parser.destroy(cause));
  text.pipe(parser);
  let read: ((record: readonly string[]) => FitRow | string) | undefined;
  for await (const { record, info } of parser as AsyncIterable<NumberedRecord>) {
    if (read === undefined) {
      const picked = pickColumns(record, mapping);
      if (!picked.ok) return picked.error;
      account.columns = { opened: picked.value.openedAt >= 0, closed: picked.value.closedAt >= 0 };
      account.absent = picked.value.absent;
      read = rowReader(picked.value, mapping, record);
      continue;
    }
    const row = read(record);
    if (typeof row !== 'string') {
      account.rows++;
      take(row);
      continue;
    }
    account.rejected++;
    if (account.examples.length < examplesMax) account.examples.push(`line ${info.lines}: ${row}`);
  }
  return read === undefined ? 'is empty: a header line is needed' : undefined;
}

/** As much of a cell as a time has, on one line: what stands there by mistake may be anybody's words. */
const shown = (text: string) => text.replace(/\p{Cc}+/gu, ' ').slice(0, 32);

function rowReader(
  at: PickedColumns,
  mapping: Mapping,
  header: readonly string[],
): (record: readonly string[]) => FitRow | string {
  const seen = seenKeys();
  const formats = mapping.times.map(timeFormat);
  const time = (text: string) => {
    for (const format of formats) {
      const value = format(text);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const answer = (text: string) =>
    text === '' || mapping.unanswered.includes(text) ? undefined : mapping.yes.includes(text);
  return (record) => {
    const cell = (place: number) => (place < 0 ? '' : (record[place] ?? ''));
    const more = record.findLastIndex((text) => text !== '') + 1;
    if (more > header.length) {
      return `has ${more} cells, the header ${header.length}: is a cell with "${mapping.delimiter}" in it not quoted?`;
    }
    const key = cell(at.key);
    const texts = { opened: cell(at.openedAt), closed: cell(at.closedAt), until: cell(at.observedUntil) };
    const [openedAt, closedAt, observedUntil] = [time(texts.opened), time(texts.closed), time(texts.until)];
    if (texts.opened !== '' && openedAt === undefined)
      return `${header[at.openedAt]}: "${shown(texts.opened)}" is no time of the mapping`;
    if (texts.closed !== '' && closedAt === undefined)
      return `${header[at.closedAt]}: "${shown(texts.closed)}" is no time of the mapping`;
    if (at.openedAt >= 0 && openedAt === undefined) return 'has no opening time';
    if (openedAt !== undefined && closedAt !== undefined && closedAt < openedAt) {
      return `closed (${texts.closed}) before it was opened (${texts.opened})`;
    }
    if (key !== '' && seen(key)) return `repeats the request ${key} of an earlier line`;
    return {
      openedAt,
      closedAt,
      observedUntil,
      isDateOnly: mapping.isMidnightDateOnly && openedAt !== undefined && openedAt % dayMs === 0,
      unit: cell(at.unit) || '-',
      district: cell(at.district) || '-',
      place: cell(at.place) || '-',
      spot: cell(at.spot),
      group: at.groupOf(record),
      resolved: answer(cell(at.resolved)),
      satisfied: answer(cell(at.satisfied)),
    };
  };
}
