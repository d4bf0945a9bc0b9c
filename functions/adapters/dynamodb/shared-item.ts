import * as z from 'zod';
import { project } from '../../core/sharing/project.ts';
import { share } from '../../core/sharing/share.ts';
import type { SharedQuery, StoredShared } from '../../ports/share-store.ts';
import { keyPart } from './key-part.ts';
import { sharedKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';

const stored = z.object({ rev: z.int(), shared: z.discriminatedUnion('list', [share, project]) });

/** Partition of the registry index. */
export const sharedRegistry = (district: string) => `SHARED#${keyPart(district)}`;

/** What the registry keys of a query's lines begin with. */
export const sharedPrefix = ({ list, place }: SharedQuery) =>
  place === undefined ? `${list}#` : `${list}#${keyPart(place)}#`;

/** A line of the three lists as its item. Its words are in no index. */
export const toSharedItem = ({ rev, ...shared }: StoredShared) => ({
  ...sharedKey(shared.id),
  rev,
  shared,
  registry: sharedRegistry(shared.district),
  registryKey: `${sharedPrefix(shared)}${keyPart(shared.id)}`,
});

export function fromSharedItem(item: Item): StoredShared {
  const { rev, shared } = parseItem(stored, item);
  return { ...shared, rev };
}
