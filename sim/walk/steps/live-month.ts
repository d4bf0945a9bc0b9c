import { minuteMs } from '../../../functions/core/time.ts';
import type { TicketView } from '../../../functions/usecases/ticket-view.ts';
import type { Walker } from '../walker.ts';
import { inParallel } from './in-parallel.ts';

/** What the citizen of one case says in the end. */
interface Said {
  readonly responded: boolean;
  readonly resolved: boolean;
  readonly satisfied: boolean;
}

/** A case of a month: its item, its place, what its citizen says. */
export interface Case extends Said {
  readonly sourceKey: string;
  readonly itemCode: string;
  readonly place: string;
}

/** Says for `share` of `count` cases that it holds, evenly spread: the nth of every so many. */
export const holdsFor = (n: number, count: number, yes: number): boolean =>
  Math.floor(((n + 1) * yes) / count) > Math.floor((n * yes) / count);

/**
 * Takes in the cases of a month, lets their leads answer within the hour and asks the citizens until the callbacks have
 * ended; one that stays unresolved is closed by who is above its lead. Answers the closed tickets.
 */
export async function liveMonth(
  w: Walker,
  cases: readonly Case[],
  askedAfterMs: number,
): Promise<TicketView[]> {
  const tickets = await inParallel(cases, ({ sourceKey, itemCode, place }) =>
    w.hotline.submit({
      source: '12345',
      sourceKey,
      kind: 'complaint',
      channel: 'phone',
      description: '市民反映的问题。',
      itemCode,
      place: { unitCode: place },
    }),
  );
  await inParallel(tickets, (ticket) => w.as(ticket.leadUnit!).command(ticket, 'sign'));
  await w.pass(30 * minuteMs);
  let open: readonly { ticket: TicketView; said: Said }[] = tickets.map((ticket, n) => ({
    ticket,
    said: cases[n]!,
  }));
  const closed: TicketView[] = [];
  while (open.length > 0) {
    await inParallel(open, ({ ticket }) =>
      w.as(ticket.leadUnit!).command(ticket, 'answer', { text: '已办理。' }),
    );
    await w.pass(askedAfterMs);
    const asked = await inParallel(open, async ({ ticket, said }) => {
      const { responded, resolved, satisfied } = said;
      const grade = satisfied ? 'satisfied' : 'dissatisfied';
      const body = { reached: true, responded, resolved, grade };
      const view = await w.hotline.command(ticket, 'recordCallback', body);
      const ended =
        view.status === 'calledBack'
          ? await w.as(view.supervisor!).command(view, 'close', { text: '多次回访未解决，转入长期治理。' })
          : view;
      return { ticket: ended, said };
    });
    closed.push(...asked.filter(({ ticket }) => ticket.status === 'closed').map(({ ticket }) => ticket));
    open = asked.filter(({ ticket }) => ticket.status !== 'closed');
  }
  return closed;
}
