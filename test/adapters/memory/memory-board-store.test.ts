import { memoryBoardStore } from '../../../functions/adapters/memory/memory-board-store.ts';
import { boardStoreContract } from '../../contract/board-store.contract.ts';

boardStoreContract('the board store in memory', async () => memoryBoardStore());
