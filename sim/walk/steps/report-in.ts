import type { ApiCommand } from '../../../functions/http/command-routes.ts';
import type { TicketView } from '../../../functions/usecases/ticket-view.ts';
import type { Walker } from '../walker.ts';

/** The units that a ticket's whistles still hold there, in the order they were called. */
export const heldBy = ({ summonses }: TicketView): string[] =>
  summonses.filter(({ endedAt }) => endedAt === undefined).map(({ unitCode }) => unitCode);

/** Every unit that is called does one thing, untold one by one: it arrives, or reports its task done. */
export function eachDoes(w: Walker, ticket: TicketView, units: readonly string[], command: ApiCommand) {
  return w.quietly(async () => {
    for (const unit of units) await w.as(unit).command(ticket, command);
  });
}

/** All who are there do their part and are let go by `releaser`. Answers the ticket as it then stands. */
export async function finishAndRelease(w: Walker, ticket: TicketView, releaser: string): Promise<TicketView> {
  const before = (await w.read(ticket)).ticket;
  await eachDoes(w, ticket, heldBy(before), 'finishTask');
  await w.quietly(async () => {
    for (const unitCode of heldBy(before)) {
      const { ticket: now } = await w.read(ticket);
      if (heldBy(now).includes(unitCode)) await w.as(releaser).command(ticket, 'release', { unitCode });
    }
  });
  w.say(
    `${heldBy(before).length} report their tasks done and are let go (放行) by ${w.units.get(releaser)?.zh}`,
  );
  return (await w.read(ticket)).ticket;
}
