import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import type { Table } from '../../../functions/adapters/dynamodb/table.ts';
import { credentials, region } from '../../local/aws-names.ts';
import { indexUnits, storedBytes } from './index-units.ts';
import type { WireItem } from './item-bytes.ts';
import { readUnits, writeUnits } from './request-units.ts';
import { toWire } from './to-wire.ts';

/** What the table was asked for. */
export interface Capacity {
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly indexWriteUnits: Readonly<Record<string, number>>;
  readonly storedBytes: number;
}

const writes: ReadonlySet<string> = new Set(['PutItemCommand', 'UpdateItemCommand', 'DeleteItemCommand']);

interface WireCall {
  readonly Key?: WireItem;
  readonly Item?: WireItem;
  readonly ConsistentRead?: boolean;
}

interface WireAnswer {
  readonly Item?: object;
  readonly Items?: readonly object[];
}

/**
 * Watches a document client and works out the units of each call from the very items that went over the wire. The embedded
 * server's own count is of no use: it takes a Chinese character for one byte and leaves the indexes out.
 *
 * @param endpoint the server's, for looking at what a write left, without being counted
 */
export function watchCapacity({ documents, name }: Table, endpoint: string) {
  const bare = new DynamoDBClient({ endpoint, region, credentials });
  const items = new Map<string, WireItem>();
  let sum = { readUnits: 0, writeUnits: 0, indexWriteUnits: {} as Record<string, number>, storedBytes: 0 };
  const look = async (key: WireItem): Promise<WireItem | undefined> =>
    (await bare.send(new GetItemCommand({ TableName: name, Key: key, ConsistentRead: true }))).Item;
  const written = async ({ Key, Item }: WireCall) => {
    const key = Key ?? { pk: Item!.pk!, sk: Item!.sk! };
    const id = `${key.pk?.S}|${key.sk?.S}`;
    const before = items.get(id);
    const after = await look(key);
    sum.writeUnits += writeUnits(before, after);
    for (const [index, units] of Object.entries(indexUnits(before, after))) {
      sum.indexWriteUnits[index] = (sum.indexWriteUnits[index] ?? 0) + units;
    }
    sum.storedBytes += (after ? storedBytes(after) : 0) - (before ? storedBytes(before) : 0);
    if (after === undefined) items.delete(id);
    else items.set(id, after);
  };
  documents.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const { body } = args.request as { readonly body: string | Uint8Array };
        const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
        const call = JSON.parse(text) as WireCall;
        const answer = await next(args).catch(async (cause: unknown) => {
          // A write whose condition does not hold is charged all the same.
          if (writes.has(commandName)) await written(call);
          throw cause;
        });
        if (writes.has(commandName)) await written(call);
        else {
          const { Item, Items = Item ? [Item] : [] } = answer.output as WireAnswer;
          sum.readUnits += readUnits(Items.map(toWire), call.ConsistentRead ?? false);
        }
        return answer;
      },
    { step: 'build', name: 'watchCapacity' },
  );
  return {
    /** What was asked since the last call. */
    take(): Capacity {
      const taken = sum;
      sum = { readUnits: 0, writeUnits: 0, indexWriteUnits: {}, storedBytes: 0 };
      return taken;
    },
    close: () => bare.destroy(),
  };
}
