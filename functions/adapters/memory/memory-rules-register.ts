import type { Publication } from '../../core/city/publication.ts';
import type { RulesRegister } from '../../ports/rules-register.ts';
import { publicationKey, publicationPartition } from '../dynamodb/publication-item.ts';
import { MemoryAppendOnly } from './memory-append-only.ts';
import { beginningWith } from './memory-index.ts';

/** Publications in memory. */
export function memoryRulesRegister(): RulesRegister {
  const kept = new MemoryAppendOnly<Publication>();
  return {
    publish: async (publication) =>
      kept.put(publicationKey(publication), publication) ? 'published' : 'exists',
    publications: async (city, page) =>
      kept.page(publicationPartition(city), { ...beginningWith('V#'), latestFirst: true }, page),
  };
}
