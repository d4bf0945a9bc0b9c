/**
 * The shape of the one table as data: the stack builds it from here, the adapters read and write by it.
 * All indexes exist from the first deployment, since CloudFormation adds only one to a table per update. They are sparse:
 * an item stands in an index while it has both of the index's keys. Projections name fields without personal data.
 */
export const tableShape = {
  partitionKey: 'pk',
  sortKey: 'sk',
  ttlAttribute: 'expiresAtEpochSeconds',
  indexes: {
    /** Tickets by the instant of their next promise. */
    wake: {
      partitionKey: { name: 'wakeShard', type: 'S' },
      sortKey: { name: 'wakeAt', type: 'N' },
      projected: ['rev'],
    },
    /** What a unit has to do, soonest first. */
    worklist: {
      partitionKey: { name: 'worklist', type: 'S' },
      sortKey: { name: 'actBy', type: 'N' },
      projected: ['ticketId', 'status', 'tier', 'item', 'leadUnit', 'dueAt', 'openedAt', 'overdue'],
    },
    /** What was asked about one matter in one place, for hotspots and merging. */
    place: {
      partitionKey: { name: 'placeItem', type: 'S' },
      sortKey: { name: 'openedAt', type: 'N' },
      projected: ['ticketId', 'status', 'tier', 'item', 'leadUnit', 'actBy', 'dueAt', 'overdue'],
    },
    /** Small lists kept beside the tickets: webhook registrations, packs, boards, topics. */
    registry: {
      partitionKey: { name: 'registry', type: 'S' },
      sortKey: { name: 'registryKey', type: 'S' },
      projected: [],
    },
  },
} as const satisfies TableShape;

type KeyAttribute = { readonly name: string; readonly type: 'S' | 'N' };

/** A table with its sparse indexes; `projected` are the fields an index carries beyond all keys. */
export interface TableShape {
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly ttlAttribute: string;
  readonly indexes: Readonly<
    Record<
      string,
      {
        readonly partitionKey: KeyAttribute;
        readonly sortKey: KeyAttribute;
        readonly projected: readonly string[];
      }
    >
  >;
}
