import { keyNumber, keyPart } from './key-part.ts';
import { wakeShardOf } from './wake-shard.ts';

/** The primary key of an item. */
export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

const ofTicket = (ticketId: string) => `T#${keyPart(ticketId)}`;

export const requestKey = (ticketId: string): ItemKey => ({ pk: ofTicket(ticketId), sk: 'REQUEST' });

export const ticketKey = (ticketId: string): ItemKey => ({ pk: ofTicket(ticketId), sk: 'TICKET' });

export const viewKey = (ticketId: string, unit: string): ItemKey => ({
  pk: ofTicket(ticketId),
  sk: `UNIT#${keyPart(unit)}`,
});

/** Sort keys of a ticket's notes begin with this. */
export const notePrefix = 'NOTE#';

export const noteKey = (ticketId: string, at: number, id: string): ItemKey => ({
  pk: ofTicket(ticketId),
  sk: `${notePrefix}${keyNumber(at)}#${keyPart(id)}`,
});

export const ledgerPartition = (unit: string, month: string) => `L#${keyPart(unit)}#${keyPart(month)}`;

export const ledgerKey = (unit: string, month: string, id: string): ItemKey => ({
  pk: ledgerPartition(unit, month),
  sk: keyPart(id),
});

/** The head of a set of rules; its parts follow in the same partition. */
export const rulesKey = (hash: string): ItemKey => ({ pk: `RULES#${keyPart(hash)}`, sk: 'SOURCES' });

export const rulesPartKey = (hash: string, n: number): ItemKey => ({
  pk: `RULES#${keyPart(hash)}`,
  sk: `SOURCES#${keyNumber(n)}`,
});

export const webhookKey = (id: string): ItemKey => ({ pk: `WEBHOOK#${keyPart(id)}`, sk: 'REGISTRATION' });

/** A resource, a need or a project. */
export const sharedKey = (id: string): ItemKey => ({ pk: `SHARED#${keyPart(id)}`, sk: 'SHARED' });

/** What the city has undertaken beside tickets, and what lies beside it. */
const ofUndertaking = (id: string) => `U#${keyPart(id)}`;

export const undertakingKey = (id: string): ItemKey => ({ pk: ofUndertaking(id), sk: 'UNDERTAKING' });

export const undertakingListKey = (id: string, list: string): ItemKey => ({
  pk: ofUndertaking(id),
  sk: `LIST#${keyPart(list)}`,
});

/** Sort keys of a matter's members begin with this. */
export const memberPrefix = 'MEMBER#';

export const memberKey = (matterId: string, ticketId: string): ItemKey => ({
  pk: ofUndertaking(matterId),
  sk: `${memberPrefix}${keyPart(ticketId)}`,
});

/** The id of the ticket or undertaking in an item's partition key, which every index carries. */
export const ticketIdOf = (pk: string): string => pk.slice('T#'.length);

/** Partition of the wake index: `w00` to `w15`. */
export const wakePartition = (shard: number) => `w${String(shard).padStart(2, '0')}`;

/** Keys of the wake index; none while nothing is promised. */
export const wakeKeys = (ticketId: string, wakeAt: number | undefined) =>
  wakeAt === undefined ? {} : { wakeShard: wakePartition(wakeShardOf(ticketId)), wakeAt };

/** Partition of the place index. */
export const placePartition = (place: string, item: string) => `${keyPart(place)}#${keyPart(item)}`;
