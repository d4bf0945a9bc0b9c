import type { TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { ViewRow } from '../../functions/ports/stored.ts';
import { recordOf } from './sample-record.ts';

/** Something a caller may write. Numbers name tickets; `rev` is what the caller believes the revision to be. */
export type Write =
  | { readonly kind: 'create'; readonly ticket: number; readonly keys: Keys }
  | { readonly kind: 'save'; readonly ticket: number; readonly rev: number; readonly keys: Keys }
  | { readonly kind: 'clearOwed'; readonly ticket: number; readonly rev: number; readonly wakeAt?: number }
  | { readonly kind: 'putView'; readonly ticket: number; readonly rev: number; readonly actBy?: number };

/** The index keys of a ticket, each there or not. */
export interface Keys {
  readonly wakeAt?: number;
  readonly owner?: string;
  readonly actBy?: number;
  readonly item?: string;
}

/** The unit whose views are written. */
export const helper = 'dept-transport';

/** The record a write asks for. */
export const recordFor = (ticket: number, rev: number, { item, ...keys }: Keys): TicketRecord => {
  const { wakeAt: _, owner: __, actBy: ___, ...rest } = recordOf(ticket, { rev, owed: [], state: { item } });
  return { ...rest, ...keys };
};

export const viewFor = (ticket: number, rev: number, actBy: number | undefined): ViewRow => {
  const { id, state } = recordOf(ticket);
  const { tier, openedAt } = state;
  const row = { ticketId: id, unit: helper, rev, status: 'handling', tier, openedAt, overdue: false };
  return { ...row, ...(actBy !== undefined && { actBy }) };
};

/** What a store must do, said as simply as can be: two maps and no indexes. */
export class TicketModel {
  readonly records = new Map<number, TicketRecord>();
  readonly views = new Map<number, ViewRow>();

  /** Applies a write; the answer the store must give. */
  apply(write: Write): string {
    const { ticket } = write;
    const record = this.records.get(ticket);
    switch (write.kind) {
      case 'create':
        if (record !== undefined) return 'exists';
        this.records.set(ticket, recordFor(ticket, 1, write.keys));
        return 'created';
      case 'save':
        if (record?.rev !== write.rev) return 'stale';
        this.records.set(ticket, recordFor(ticket, write.rev + 1, write.keys));
        return 'saved';
      case 'clearOwed': {
        if (record?.rev !== write.rev) return 'stale';
        const { wakeAt: _, ...rest } = record;
        const wakeAt = write.wakeAt === undefined ? {} : { wakeAt: write.wakeAt };
        this.records.set(ticket, { ...rest, rev: write.rev + 1, ...wakeAt });
        return 'saved';
      }
      case 'putView':
        if ((this.views.get(ticket)?.rev ?? 0) >= write.rev) return 'older';
        this.views.set(ticket, viewFor(ticket, write.rev, write.actBy));
        return 'written';
    }
  }
}
