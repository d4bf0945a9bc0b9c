import { memoryBoardStore } from '../../../functions/adapters/memory/memory-board-store.ts';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { boardStoreContract } from '../../contract/board-store.contract.ts';

boardStoreContract('the board store in memory', async () => {
  const tickets = memoryTicketStore();
  return { tickets, boards: memoryBoardStore(tickets) };
});
