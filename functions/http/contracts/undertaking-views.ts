import * as z from 'zod';
import { instantText } from '../../core/instant-text.ts';
import type { DurationMs } from '../../core/time.ts';
import { undertakingKindNames } from '../../core/undertaking/undertaking.ts';
import type { UndertakingEntry, UndertakingRecord } from '../../core/undertaking/undertaking-record.ts';
import { when } from '../../core/when.ts';

/** What every undertaking shows, whatever its kind; a kind's own view adds to it. */
export const undertakingHead = z.object({
  undertakingId: z.string(),
  kind: z.enum(undertakingKindNames),
  status: z.string(),
  statusType: z.enum(['open', 'closed']),
  openedAt: when,
  /** On whose worklist it stands, and until when that unit should act. */
  ownerUnit: z.string().optional(),
  actBy: when.optional(),
  overdue: z.boolean(),
  itemCode: z.string().optional(),
  rev: z.int(),
});

export const undertakingEntry = z.object({
  n: z.int(),
  at: when,
  event: z.string(),
  by: z.string(),
  rule: z.string(),
  unitCode: z.string().optional(),
});

/** The head of an undertaking, with instants in the city's own offset. */
export function showHead(
  record: UndertakingRecord,
  utcOffsetMs: DurationMs,
): z.infer<typeof undertakingHead> {
  const { id, kind, status, isOpen, openedAt, owner, actBy, overdue, item, rev } = record;
  return {
    undertakingId: id,
    kind,
    status,
    statusType: isOpen ? 'open' : 'closed',
    openedAt: instantText(openedAt, utcOffsetMs),
    ...(owner === undefined ? {} : { ownerUnit: owner }),
    ...(actBy === undefined ? {} : { actBy: instantText(actBy, utcOffsetMs) }),
    overdue,
    ...(item === undefined ? {} : { itemCode: item }),
    rev,
  };
}

export const showUndertakingEntry =
  (utcOffsetMs: DurationMs) =>
  ({ n, at, event, by, rule, unit }: UndertakingEntry): z.infer<typeof undertakingEntry> => ({
    n,
    at: instantText(at, utcOffsetMs),
    event,
    by,
    rule,
    ...(unit === undefined ? {} : { unitCode: unit }),
  });
