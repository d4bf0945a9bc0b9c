import * as z from 'zod';
import { instantText } from '../../core/instant-text.ts';
import type { LedgerEntry } from '../../core/score/ledger-entry.ts';
import type { DurationMs } from '../../core/time.ts';
import { kindOfId } from '../../core/undertaking/undertaking-id.ts';
import { when } from '../../core/when.ts';
import type { Page } from '../../ports/page.ts';
import type { Note, WorklistRow } from '../../ports/stored.ts';

const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    /** Opens the next page; absent on the last. */
    cursor: z.string().optional(),
  });

const row = z.object({
  ticketId: z.string(),
  status: z.string(),
  /** Of an undertaking its kind; absent of a ticket without an item, which no tier runs for yet. */
  tier: z.string().optional(),
  itemCode: z.string().optional(),
  leadUnit: z.string().optional(),
  openedAt: when,
  actBy: when.optional(),
  dueAt: when.optional(),
  overdue: z.boolean(),
});

/** An entry of the ledger as the API shows it: instants with an offset, codes named as codes. */
const ledgerRow = z.looseObject({
  type: z.string(),
  id: z.string(),
  unitCode: z.string(),
  month: z.string(),
  at: when,
});

export const note = z.object({
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
    ...(item === undefined && kindOfId(ticketId) === undefined ? {} : { tier }),
    ...(item === undefined ? {} : { itemCode: item }),
    ...(lead === undefined ? {} : { leadUnit: lead }),
    openedAt: instantText(openedAt, utcOffsetMs),
    ...(actBy === undefined ? {} : { actBy: instantText(actBy, utcOffsetMs) }),
    ...(dueAt === undefined ? {} : { dueAt: instantText(dueAt, utcOffsetMs) }),
    overdue,
  });

export const showLedgerEntry =
  (utcOffsetMs: DurationMs) =>
  ({ unit, at, ...entry }: LedgerEntry) => {
    const shown: Record<string, unknown> = { ...entry };
    for (const [field, value] of Object.entries(entry)) {
      if (typeof value === 'number' && instantFields.test(field))
        shown[field] = instantText(value, utcOffsetMs);
    }
    if ('item' in entry) {
      shown.itemCode = entry.item;
      delete shown.item;
    }
    return {
      ...shown,
      type: entry.type,
      id: entry.id,
      month: entry.month,
      unitCode: unit,
      at: instantText(at, utcOffsetMs),
    };
  };

const instantFields = /(At|By)$/;

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
