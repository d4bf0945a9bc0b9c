import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoBoardStore } from '../../../functions/adapters/dynamodb/dynamo-board-store.ts';
import { dynamoTicketStore } from '../../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { toLedgerItem } from '../../../functions/adapters/dynamodb/ledger-item.ts';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { memoryBoardStore } from '../../../functions/adapters/memory/memory-board-store.ts';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import type { UnitTable } from '../../../functions/core/rules/unit-table.ts';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import type { BoardStore } from '../../../functions/ports/board-store.ts';
import { pageLimit } from '../../../functions/ports/page-limit.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import { openEmbeddedTable } from '../intake/embedded-table.ts';
import { month, type SyntheticLedger } from './synthetic-ledger.ts';

/** What a store charges for: capacity units as the server counts them. */
export interface Consumed {
  readUnits: number;
  writeUnits: number;
}

/** A ledger filled with a synthetic month and an empty store of boards. */
export interface BenchStore {
  readonly store: TicketStore;
  readonly boards: BoardStore;
  readonly consumed?: Consumed;
  close(): Promise<void>;
}

type Open = (ledger: SyntheticLedger, units: UnitTable) => Promise<BenchStore>;

function* allEntries(ledger: SyntheticLedger, { codes }: UnitTable): Generator<LedgerEntry, undefined> {
  for (const unit of codes.keys()) {
    for (let n = 0; n < ledger.count(unit); n += 1) yield ledger.entry(unit, n);
  }
}

/** Makes each page when it is asked for, so that the entries take no memory of this process. */
const openPages: Open = async (ledger, { byCode }) => ({
  boards: memoryBoardStore(),
  store: {
    ...memoryTicketStore(),
    async ledger(code, of, page) {
      const unit = byCode.get(code)!;
      const from = Number(page.cursor ?? 0);
      const count = of === month ? ledger.count(unit) : 0;
      const to = Math.min(from + pageLimit(page), count);
      const rows = Array.from({ length: to - from }, (_, n) => ledger.entry(unit, from + n));
      return to < count ? { rows, cursor: String(to) } : { rows };
    },
  },
  close: async () => {},
});

/** The store in memory with every entry in it: its memory is this process's. */
const openMemory: Open = async (ledger, units) => {
  const store = memoryTicketStore();
  for (const entry of allEntries(ledger, units)) await store.putLedger(entry);
  return { store, boards: memoryBoardStore(), close: async () => {} };
};

/** The adapters that deploy, on dynalite in a process of its own. */
const openDynalite: Open = async (ledger, units) => {
  const { table, close } = await openEmbeddedTable();
  await load(table, allEntries(ledger, units));
  return {
    store: dynamoTicketStore(table),
    boards: dynamoBoardStore(table),
    consumed: countConsumed(table.documents),
    close,
  };
};

async function load({ documents, name }: Table, entries: Generator<LedgerEntry, undefined>): Promise<void> {
  const batchMax = 25;
  const nextBatch = () => {
    const batch: LedgerEntry[] = [];
    while (batch.length < batchMax) {
      const { done, value } = entries.next();
      if (done) break;
      batch.push(value);
    }
    return batch;
  };
  const loadRest = async () => {
    for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
      const puts = batch.map((entry) => ({ PutRequest: { Item: toLedgerItem(entry) } }));
      const { UnprocessedItems: left } = await documents.send(
        new BatchWriteCommand({ RequestItems: { [name]: puts } }),
      );
      if (left?.[name] !== undefined) throw new Error('the server left items of a batch unwritten');
    }
  };
  await Promise.all(Array.from({ length: 4 }, loadRest));
}

/** Asks the server to count with every call, and adds up what it says. */
function countConsumed(documents: DynamoDBDocumentClient): Consumed {
  const consumed: Consumed = { readUnits: 0, writeUnits: 0 };
  documents.middlewareStack.add(
    (next, { commandName }) =>
      async (args) => {
        const result = await next({
          ...args,
          input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' },
        } as typeof args);
        const { ConsumedCapacity: capacity } = result.output as {
          readonly ConsumedCapacity?: { readonly CapacityUnits?: number };
        };
        const isRead = commandName === 'QueryCommand' || commandName === 'GetItemCommand';
        consumed[isRead ? 'readUnits' : 'writeUnits'] += capacity?.CapacityUnits ?? 0;
        return result;
      },
    { step: 'initialize', name: 'countConsumed' },
  );
  return consumed;
}

export const stores = {
  pages: openPages,
  memory: openMemory,
  dynalite: openDynalite,
} as const satisfies Readonly<Record<string, Open>>;
