import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { WorklistRow } from '../ports/stored.ts';

/** The fields of a ticket that lists show. Nothing personal. */
export function worklistRow({ id, state, actBy }: TicketRecord): WorklistRow {
  return {
    ticketId: id,
    status: state.status,
    tier: state.tier,
    openedAt: state.openedAt,
    overdue: state.overdueAt !== undefined,
    ...(state.item === undefined ? {} : { item: state.item }),
    ...(state.lead === undefined ? {} : { lead: state.lead }),
    ...(actBy === undefined ? {} : { actBy }),
    ...(state.dueAt === undefined ? {} : { dueAt: state.dueAt }),
  };
}
