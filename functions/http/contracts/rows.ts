import * as z from 'zod';
import { instantText } from '../../core/instant-text.ts';
import type { DurationMs } from '../../core/time.ts';
import type { Page } from '../../ports/page.ts';
import type { LedgerEntry, Note, WorklistRow } from '../../ports/stored.ts';

const when = z.iso.datetime({ offset: true });

const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    /** Opens the next page; absent on the last. */
    cursor: z.string().optional(),
  });

const row = z.object({
  ticketId: z.string(),
  status: z.string(),
  tier: z.string(),
  itemCode: z.string().optional(),
  leadUnit: z.string().optional(),
  openedAt: when,
  actBy: when.optional(),
  dueAt: when.optional(),
  overdue: z.boolean(),
});

const ledgerRow = z.object({
  unitCode: z.string(),
  month: z.string(),
  ticketId: z.string(),
  n: z.int(),
  closedAt: when,
  kind: z.string(),
  itemCode: z.string().optional(),
  tier: z.string(),
  outcome: z.string(),
  onTime: z.boolean(),
  responded: z.string().optional(),
  resolved: z.string().optional(),
  satisfied: z.string().optional(),
  reopens: z.int(),
});

const note = z.object({
  id: z.string(),
  at: when,
  by: z.string(),
  kind: z.enum(['supplement', 'note', 'answer', 'reason']),
  text: z.string(),
  attachments: z.array(z.string()),
});

/** What lists answer, a page at a time. */
export const worklistPage = pageOf(row);
export const ledgerPage = pageOf(ledgerRow);
export const notePage = pageOf(note);

/** Shows a page of stored rows, with instants in the city's own offset. */
export function showPage<Row, View>(
  { rows, cursor }: Page<Row>,
  show: (row: Row) => View,
): { rows: View[]; cursor?: string } {
  return { rows: rows.map(show), ...(cursor === undefined ? {} : { cursor }) };
}

export const showRow =
  (utcOffsetMs: DurationMs) =>
  ({ ticketId, status, tier, overdue, item, lead, openedAt, actBy, dueAt }: WorklistRow) => ({
    ticketId,
    status,
    tier,
    ...(item === undefined ? {} : { itemCode: item }),
    ...(lead === undefined ? {} : { leadUnit: lead }),
    openedAt: instantText(openedAt, utcOffsetMs),
    ...(actBy === undefined ? {} : { actBy: instantText(actBy, utcOffsetMs) }),
    ...(dueAt === undefined ? {} : { dueAt: instantText(dueAt, utcOffsetMs) }),
    overdue,
  });

export const showLedgerEntry =
  (utcOffsetMs: DurationMs) =>
  ({ unit, item, closedAt, ...entry }: LedgerEntry) => ({
    unitCode: unit,
    ...(item === undefined ? {} : { itemCode: item }),
    closedAt: instantText(closedAt, utcOffsetMs),
    ...entry,
  });

export const showNote =
  (utcOffsetMs: DurationMs) =>
  ({ id, at, by, kind, text, attachments }: Note) => ({
    id,
    at: instantText(at, utcOffsetMs),
    by,
    kind,
    text,
    attachments,
  });
