import * as z from 'zod';
import { instantText } from '../../core/instant-text.ts';
import { boardRow, rates, ratingRow } from '../../core/score/board.ts';
import type { DurationMs } from '../../core/time.ts';
import { when } from '../../core/when.ts';
import type { BoardJob } from '../../ports/board-job.ts';
import { type BoardContent, type BoardVersion, jobKinds, type Ruling } from '../../ports/board-store.ts';
import { isVersion } from '../../usecases/boards/find-board.ts';
import type { UnitNow } from '../../usecases/boards/read-unit.ts';

const count = z.int().min(0);

/** A board as a whole. `version` is absent on a live one. */
export const boardView = z.object({
  kind: z.enum(jobKinds),
  period: z.string(),
  version: z.int().optional(),
  /** When the ledger was read from and to, and whether the period had ended by then. */
  startedAt: when,
  at: when,
  complete: z.boolean(),
  by: z.string().optional(),
  policy: z.object({ id: z.string(), rulesHash: z.string() }),
  digest: z.string(),
  units: count,
  entries: count,
  groups: z.array(z.object({ group: z.string(), rows: count })),
  before: z.array(z.object({ period: z.string(), version: z.int() })),
  replaces: z
    .object({ version: z.int(), digest: z.string(), reason: z.string(), text: z.string() })
    .optional(),
});

export const rulingView = z.object({
  id: z.string(),
  type: z.enum(['exclusion', 'inclusion', 'appeal', 'appealRefused', 'points', 'rating']),
  unitCode: z.string(),
  at: when,
  by: z.string(),
  actor: z.string(),
  reason: z.string(),
  text: z.string(),
  /** The case ruled on, and its ticket. */
  of: z.string().optional(),
  ticketId: z.string().optional(),
  points: z.number().optional(),
});

/** A board's head, how many rulings wait for its correction (待更正), and those about the reader's own units. */
export const boardHead = z.object({ board: boardView, pending: count, rulings: z.array(rulingView) });

export const boardJobView = z.object({
  jobId: z.string(),
  task: z.enum(['refresh', 'publish', 'verify']),
  kind: z.enum(jobKinds),
  period: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  askedAt: when,
  endedAt: when.optional(),
  unitsDone: count,
  unitsAll: count,
  entries: count,
  reads: count,
  writes: count,
  digest: z.string().optional(),
  /** The version published, or the one recomputed. */
  version: z.int().optional(),
  /** Whether a recomputed board has the same digest. */
  same: z.boolean().optional(),
  failure: z.string().optional(),
});

export const boardRows = z.union([boardRow, ratingRow]);

export const unitNowView = z.object({
  unitCode: z.string(),
  month: z.string(),
  own: rates,
  trade: z.object({ rates, asOf: when }).optional(),
});

export const showBoard =
  (utcOffsetMs: DurationMs) =>
  (content: BoardContent | BoardVersion): z.input<typeof boardView> => {
    const { board, startedAt, at, rulesHash, policyId, jobId: _, ...rest } = content;
    const { version, by, replaces } = isVersion(content) ? content : {};
    return {
      kind: board.kind,
      period: board.period,
      ...(version === undefined ? {} : { version }),
      ...(by === undefined ? {} : { by }),
      startedAt: instantText(startedAt, utcOffsetMs),
      at: instantText(at, utcOffsetMs),
      policy: { id: policyId, rulesHash },
      complete: rest.complete,
      digest: rest.digest,
      units: rest.units,
      entries: rest.entries,
      groups: [...rest.groups],
      before: [...rest.before],
      ...(replaces === undefined ? {} : { replaces }),
    };
  };

export const showRuling =
  (utcOffsetMs: DurationMs) =>
  ({ board: _, unit, at, ...ruling }: Ruling): z.input<typeof rulingView> => ({
    ...ruling,
    unitCode: unit,
    at: instantText(at, utcOffsetMs),
  });

export const showJob =
  (utcOffsetMs: DurationMs) =>
  (job: BoardJob): z.input<typeof boardJobView> => {
    const { id, board, task, state, askedAt, endedAt, counts, digest, published, same, failure } = job;
    const version = published ?? (task === 'verify' ? job.version : undefined);
    return {
      jobId: id,
      task,
      ...board,
      state,
      askedAt: instantText(askedAt, utcOffsetMs),
      ...(endedAt === undefined ? {} : { endedAt: instantText(endedAt, utcOffsetMs) }),
      unitsDone: job.unitsDone,
      unitsAll: job.unitsAll,
      entries: job.entries,
      ...counts,
      ...(digest === undefined ? {} : { digest }),
      ...(version === undefined ? {} : { version }),
      ...(same === undefined ? {} : { same }),
      ...(failure === undefined ? {} : { failure }),
    };
  };

export const showUnitNow =
  (utcOffsetMs: DurationMs) =>
  ({ unit, month, own, trade }: UnitNow): z.input<typeof unitNowView> => ({
    unitCode: unit,
    month,
    own,
    ...(trade === undefined
      ? {}
      : { trade: { rates: trade.rates, asOf: instantText(trade.asOf, utcOffsetMs) } }),
  });
