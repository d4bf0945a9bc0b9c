import { memoryBoardStore } from '../../../functions/adapters/memory/memory-board-store.ts';
import type { BoardStore } from '../../../functions/ports/board-store.ts';

/** Boards in memory with their parts uncompressed: compression would wait for threads of the machine. */
export function simBoardStore(): BoardStore {
  const parts = new Map<string, string>();
  return {
    ...memoryBoardStore(),
    async putPart({ jobId, name, text }) {
      const key = `${jobId} ${name}`;
      if (!parts.has(key)) parts.set(key, text);
    },
    loadPart: async (jobId, name) => parts.get(`${jobId} ${name}`),
  };
}
