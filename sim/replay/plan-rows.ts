import { instantText } from '../../functions/core/instant-text.ts';
import type { DurationMs, EpochMs } from '../../functions/core/time.ts';
import type { Submission } from '../../functions/usecases/submission.ts';
import type { BaltimoreRow } from '../city-data/baltimore/read-rows.ts';
import type { RowLookup } from '../city-data/baltimore/row-lookup.ts';

/** What can be compared of a row: `timed` has a due time, `untimed` has none, `unseen` is of a type the city never saw. */
export type RowGroup = 'timed' | 'untimed' | 'unseen';

/** A row as it is driven through the service. */
export type PlannedRow = {
  readonly row: BaltimoreRow;
  readonly group: RowGroup;
  readonly submission: Submission;
  readonly submitAt: EpochMs;
  /** When its unit answers; undefined for a row that is still open at the end. */
  readonly answerAt: EpochMs | undefined;
};

/** The rows to drive, and when the replay ends: at the last StatusDate, or the last creation where that is later. */
export type Plan = {
  readonly rows: readonly PlannedRow[];
  readonly endAt: EpochMs;
  /** Rows that were closed before they were created: they count as closed when created. */
  readonly closedEarly: number;
  /** Rows closed after the end: they are open in the replay. */
  readonly closedAfterEnd: number;
};

/** The platform's name in the replay. */
const source = 'open-baltimore';

/** Plans each row: submitted when it was created, answered when it was closed, as far as that is not after the end. */
export const planRows = (rows: readonly BaltimoreRow[], lookup: RowLookup, utcOffsetMs: DurationMs): Plan => {
  const endAt = rows.reduce(
    (latest, { statusAt, createdAt }) => Math.max(latest, statusAt, createdAt),
    Number.NEGATIVE_INFINITY,
  );
  const closed = rows.filter(({ closedAt }) => closedAt !== null);
  return {
    endAt,
    closedEarly: closed.filter(({ closedAt, createdAt }) => closedAt! < createdAt).length,
    closedAfterEnd: closed.filter(({ closedAt }) => closedAt! > endAt).length,
    rows: rows.map((row) => ({
      row,
      group: groupOf(row, lookup),
      submission: submissionOf(row, lookup, utcOffsetMs),
      submitAt: row.createdAt,
      answerAt:
        row.closedAt === null || row.closedAt > endAt ? undefined : Math.max(row.closedAt, row.createdAt),
    })),
  };
};

const groupOf = (row: BaltimoreRow, { itemCodeOf }: RowLookup): RowGroup => {
  if (itemCodeOf(row) === undefined) return 'unseen';
  return row.dueAt === null ? 'untimed' : 'timed';
};

/** The request as a platform would post it. Its text is made of the type alone: the file has nothing the citizen said. */
const submissionOf = (row: BaltimoreRow, lookup: RowLookup, utcOffsetMs: DurationMs): Submission => {
  const itemCode = lookup.itemCodeOf(row);
  const isPatrol = row.method === 'Internal';
  return {
    source,
    sourceKey: row.key,
    channel: channels[row.method] ?? 'other',
    kind: isPatrol ? 'patrol' : 'help',
    ...(itemCode === undefined ? {} : { itemCode }),
    description: `A request of the type "${row.type}".`,
    place: { unitCode: lookup.unitCodeOf(row) },
    requestedAt: instantText(row.createdAt, utcOffsetMs),
    urgency: [],
    attachments: [],
  };
};

/** `Internal` rows are the city's own findings. */
const channels: Readonly<Record<string, Submission['channel']>> = {
  Phone: 'phone',
  API: 'api',
  Internal: 'patrol',
  Mail: 'mail',
  Email: 'mail',
  Web: 'web',
};
