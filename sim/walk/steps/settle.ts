import type { TicketView } from '../../../functions/usecases/ticket-view.ts';
import type { Walker } from '../walker.ts';

/** What a citizen said who was reached and content. */
export const content = { reached: true, responded: true, resolved: true, grade: 'satisfied' } as const;

/** The lead signs and answers; the hotline calls the citizen, who says `said`. Answers the ticket as it then stands. */
export async function settle(
  w: Walker,
  ticket: TicketView,
  { text, said = content }: { readonly text: string; readonly said?: object },
): Promise<TicketView> {
  const lead = w.as(ticket.leadUnit!);
  if (ticket.status === 'dispatched') await lead.command(ticket, 'sign');
  await lead.command(ticket, 'answer', { text });
  return w.hotline.command(ticket, 'recordCallback', said);
}
