import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { instantText } from '../../functions/core/instant-text.ts';
import type { DurationMs } from '../../functions/core/time.ts';
import type { SyntheticRequest } from './synthetic-requests.ts';

export const requestFormats = ['csv', 'jsonl'] as const;
export type RequestFormat = (typeof requestFormats)[number];

const columns = [
  'requestedAt',
  'source',
  'sourceKey',
  'channel',
  'kind',
  'itemCode',
  'title',
  'description',
  'unitCode',
  'address',
  'name',
  'phone',
] as const;

/** What a file begins with: CSV has a byte order mark, so that spreadsheets read its Chinese, and headers. */
const head: Readonly<Record<RequestFormat, string>> = {
  csv: `\uFEFF${stringify([columns])}`,
  jsonl: '',
};

/** One request as a line: JSON as `POST /tickets` takes it, with the scenario's time; or a row of the CSV. */
function requestLine({ at, body }: SyntheticRequest, format: RequestFormat, utcOffsetMs: DurationMs): string {
  const requestedAt = instantText(at, utcOffsetMs);
  if (format === 'jsonl') return `${JSON.stringify({ ...body, requestedAt })}\n`;
  const { place, contact, ...rest } = body;
  const row: Readonly<Record<string, string | undefined>> = { ...rest, ...place, ...contact, requestedAt };
  return stringify([columns.map((column) => row[column] ?? '')], { escape_formulas: true });
}

/**
 * Writes requests to a file as they come, in bounded memory.
 *
 * @returns how many were written. Rejects if the file cannot be written.
 */
export async function writeRequests(
  requests: Iterable<SyntheticRequest>,
  to: { readonly path: string; readonly format: RequestFormat; readonly utcOffsetMs: DurationMs },
): Promise<number> {
  const file = createWriteStream(to.path);
  // A file that cannot be opened fails here, not at the first line.
  await once(file, 'open');
  file.write(head[to.format]);
  let count = 0;
  for (const request of requests) {
    count += 1;
    if (!file.write(requestLine(request, to.format, to.utcOffsetMs))) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  return count;
}
