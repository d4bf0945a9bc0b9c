import * as z from 'zod';
import type { Publication } from '../../core/city/publication.ts';
import { keyNumber, keyPart } from './key-part.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';

/** The partition of a city's publications. */
export const publicationPartition = (city: string) => `PUBLISHED#${keyPart(city)}`;

export const publicationKey = ({ city, version }: Pick<Publication, 'city' | 'version'>) => ({
  pk: publicationPartition(city),
  sk: `V#${keyNumber(version)}`,
});

const publication = z.object({
  city: z.string(),
  version: z.int().min(1),
  hash: z.string(),
  policyId: z.string(),
  from: z.int(),
  publishedAt: z.int(),
  by: z.string(),
  reason: z.string(),
  rollbackOf: z.int().exactOptional(),
}) satisfies z.ZodType<Publication>;

export const toPublicationItem = (given: Publication) => ({ ...publicationKey(given), ...given });
export const fromPublicationItem = (item: Item): Publication => parseItem(publication, item);
