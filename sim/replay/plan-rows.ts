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

/** The rows to drive and the instant at which the replay ends: the last StatusDate. */
export type Plan = {
  readonly rows: readonly PlannedRow[];
  readonly endAt: EpochMs;
  /** Rows of the file created after the end; they are left out. */
  readonly afterEnd: number;
  /** Rows that were closed before they were created: they count as closed when created. */
  readonly closedEarly: number;
  /** Rows closed after the end: they are open in the replay. */
  readonly closedAfterEnd: number;
};

/** The platform's name in the replay. */
export const source = 'open-baltimore';

/** Plans each row: submitted when it was created, answered when it was closed, up to the last StatusDate. */
export const planRows = (rows: readonly BaltimoreRow[], lookup: RowLookup, utcOffsetMs: DurationMs): Plan => {
  const endAt = rows.reduce((latest, { statusAt }) => Math.max(latest, statusAt), 0);
  const within = rows.filter(({ createdAt }) => createdAt <= endAt);
  const answers = within.map(({ createdAt, closedAt }) =>
    closedAt === null ? undefined : Math.max(closedAt, createdAt),
  );
  return {
    endAt,
    afterEnd: rows.length - within.length,
    closedEarly: within.filter(({ createdAt, closedAt }) => closedAt !== null && closedAt < createdAt).length,
    closedAfterEnd: answers.filter((at) => at !== undefined && at > endAt).length,
    rows: within.map((row, index) => {
      const answerAt = answers[index];
      return {
        row,
        group: groupOf(row, lookup),
        submission: submissionOf(row, lookup, utcOffsetMs),
        submitAt: row.createdAt,
        answerAt: answerAt !== undefined && answerAt <= endAt ? answerAt : undefined,
      };
    }),
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
