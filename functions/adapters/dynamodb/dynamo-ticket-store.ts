import type { TicketStore } from '../../ports/ticket-store.ts';
import { besideTickets } from './beside-tickets.ts';
import { keptRules } from './kept-rules.ts';
import { listings } from './listings.ts';
import { members } from './members.ts';
import { requests } from './requests.ts';
import { sharedLists } from './shared-lists.ts';
import type { Table } from './table.ts';
import { tickets } from './tickets.ts';
import { undertakings } from './undertakings.ts';
import { watches } from './watches.ts';

/** Tickets in the table. */
export const dynamoTicketStore = (table: Table): TicketStore => ({
  ...requests(table),
  ...tickets(table),
  ...listings(table),
  ...besideTickets(table),
  ...keptRules(table),
  ...sharedLists(table),
  ...undertakings(table),
  ...watches(table),
  ...members(table),
});
