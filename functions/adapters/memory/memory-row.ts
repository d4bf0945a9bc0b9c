import type { TicketRecord } from '../../core/record/ticket-record.ts';
import type { ViewRow, WorklistRow } from '../../ports/stored.ts';
import { withoutUndefined } from '../dynamodb/without-undefined.ts';

/** What the table's indexes carry of a ticket. */
export function ticketRow({ id, state, actBy }: TicketRecord): WorklistRow {
  const { status, tier, item, lead, openedAt, dueAt, overdueAt } = state;
  const overdue = overdueAt !== undefined;
  return withoutUndefined({ ticketId: id, status, tier, item, lead, openedAt, actBy, dueAt, overdue });
}

/** What they carry of a helping unit's view. */
export const viewRow = ({ unit: _, rev: __, ...row }: ViewRow): WorklistRow => row;
