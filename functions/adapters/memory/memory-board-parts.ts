import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import type { BoardStore, UnitPart } from '../../ports/board-store.ts';
import { toUnitItem } from '../dynamodb/board-items.ts';
import { jobPartition, partKey, unitPrefix } from '../dynamodb/board-keys.ts';
import { MemoryAppendOnly } from './memory-append-only.ts';
import { beginningWith } from './memory-index.ts';

/** The part of the store that keeps what jobs have computed, compressed as in the table. */
export function memoryBoardParts(): Pick<BoardStore, 'putPart' | 'loadPart' | 'putUnit' | 'units'> {
  const parts = new Map<string, Buffer>();
  const units = new MemoryAppendOnly<UnitPart>();
  return {
    async putPart({ jobId, name, text }) {
      const { pk } = partKey(jobId, name, 0);
      if (!parts.has(pk)) parts.set(pk, await promisify(deflate)(text, { level: 3 }));
    },
    async loadPart(jobId, name) {
      const bytes = parts.get(partKey(jobId, name, 0).pk);
      return bytes === undefined ? undefined : (await promisify(inflate)(bytes)).toString();
    },
    putUnit: async (unit) => (units.put(toUnitItem(unit), unit) ? 'stored' : 'exists'),
    units: async (jobId, page) => units.page(jobPartition(jobId), beginningWith(unitPrefix), page),
  };
}
