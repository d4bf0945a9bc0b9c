import { describe } from 'vitest';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { cursorsContract } from './cursors.contract.ts';
import { indexesContract } from './indexes.contract.ts';
import { keptRulesContract } from './kept-rules.contract.ts';
import { notesAndLedgerContract } from './notes-and-ledger.contract.ts';
import { requestsContract } from './requests.contract.ts';
import { sharedListsContract } from './shared-lists.contract.ts';
import { ticketModelContract } from './ticket-model.contract.ts';
import { ticketsContract } from './tickets.contract.ts';
import { undertakingsContract } from './undertakings.contract.ts';
import { viewsContract } from './views.contract.ts';
import { watchesContract } from './watches.contract.ts';

/** What every store of tickets must do. `open` gives an empty one. */
export function ticketStoreContract(name: string, open: () => Promise<TicketStore>): void {
  describe(name, () => {
    requestsContract(open);
    ticketsContract(open);
    indexesContract(open);
    cursorsContract(open);
    viewsContract(open);
    notesAndLedgerContract(open);
    keptRulesContract(open);
    sharedListsContract(open);
    ticketModelContract(open);
    undertakingsContract(open);
    watchesContract(open);
  });
}
