import type { TicketView } from '../../../functions/usecases/ticket-view.ts';
import type { Walker } from '../walker.ts';

/** Tickets of whose `event` the platform was told. */
export const toldOf = (w: Walker, event: string): number => {
  const told = w.sentTo('hotline').filter((message) => message.kind === 'status' && message.event === event);
  return new Set(told.map(({ ticketId }) => ticketId)).size;
};

/** How many of these tickets the hotline was asked to call back about. */
export const dueCallbacks = (w: Walker, all: readonly TicketView[]): number => {
  const asked = new Set(all.map(({ ticketId }) => ticketId));
  const due = w.sentTo('hotline').filter(({ kind, ticketId }) => kind === 'callback' && asked.has(ticketId));
  return new Set(due.map(({ ticketId }) => ticketId)).size;
};

/** The cases that a unit has on its ledger of a month (`2023-03`), without telling of it. */
export const casesOf = (w: Walker, unit: string, month: string): Promise<number> =>
  w.quietly(async () => {
    let cases = 0;
    let cursor: string | undefined;
    do {
      const after = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await w.hotline.get<{ rows: { type: string }[]; cursor?: string }>(
        `/tickets?unit=${unit}&month=${month}&limit=100${after}`,
      );
      cases += page.rows.filter(({ type }) => type === 'case').length;
      cursor = page.cursor;
    } while (cursor !== undefined);
    return cases;
  });
