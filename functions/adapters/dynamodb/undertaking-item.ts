import {
  type UndertakingRecord,
  undertakingFormat,
  undertakingRecord,
} from '../../core/undertaking/undertaking-record.ts';
import { NewerFormat } from '../../ports/newer-format.ts';
import type { Listed } from '../../ports/undertaking-store.ts';
import { keyNumber, keyPart } from './key-part.ts';
import { undertakingKey, undertakingListKey, wakeKeys } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';
import { withoutUndefined } from './without-undefined.ts';

/** An undertaking as its item: in worklists it looks like a ticket whose tier is its kind. */
export function toUndertakingItem({ id, kind, isOpen, owner, wakeAt, ...rest }: UndertakingRecord) {
  return withoutUndefined({
    ...undertakingKey(id),
    ...rest,
    ticketId: id,
    tier: kind,
    isOpen,
    ...wakeKeys(id, wakeAt),
    worklist: owner === undefined ? undefined : keyPart(owner),
  });
}

/**
 * The undertaking of an item.
 *
 * @throws NewerFormat before anything else is looked at; Error for an item that is broken
 */
export function fromUndertakingItem({
  ticketId: id,
  tier: kind,
  worklist: owner,
  ...rest
}: Item): UndertakingRecord {
  const { format } = rest;
  if (typeof format === 'number' && format > undertakingFormat) {
    throw new NewerFormat(String(id), format, undertakingFormat);
  }
  return parseItem(undertakingRecord, withoutUndefined({ ...rest, id, kind, owner }));
}

/** Partition of the registry index. */
export const listRegistry = (list: string) => `U#${keyPart(list)}`;

/** Where an undertaking stands in a list; out of the index once it does no longer, its revision kept. */
export const toListedItem = ({ id, list, rev, openedAt, isListed }: Listed) =>
  withoutUndefined({
    ...undertakingListKey(id, list),
    rev,
    registry: isListed ? listRegistry(list) : undefined,
    registryKey: isListed ? `${keyNumber(openedAt)}#${keyPart(id)}` : undefined,
  });
