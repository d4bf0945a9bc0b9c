import { createRequire } from 'node:module';

type Operation = { type: 'put'; key: string; value: unknown } | { type: 'del'; key: string };
type Item = Readonly<Record<string, unknown>>;
type IndexAction = { readonly index: string; readonly key: string; readonly item: unknown };
type Done = (error?: unknown) => void;

/** The part of the embedded server's database module that writes indexes. */
interface DatabaseModule {
  createKey(item: Item, table: Table): string;
  getIndexActions(
    indexes: readonly unknown[],
    before: Item | null | undefined,
    after: Item | null | undefined,
    table: Table,
  ): { puts: IndexAction[]; deletes: IndexAction[] };
  updateIndexes(store: unknown, table: Table, before: Item | null, after: Item | null, done: Done): void;
}

interface Table {
  readonly TableName: string;
  readonly GlobalSecondaryIndexes?: readonly unknown[];
}

interface Level {
  put(key: string, value: unknown): Promise<void>;
  del(key: string): Promise<void>;
  batch(operations: readonly Operation[]): Promise<void>;
}

/**
 * Has the embedded server write an item and its index entries in one LevelDB batch. By itself it writes the indexes first
 * and the item after them, so that a kill in between leaves an item that no index leads to any more: a promise nobody
 * would ever keep. DynamoDB derives its indexes from the written item and cannot lose one. Call before the server is made;
 * for a server on disk only, since one in memory writes through another database.
 */
export function indexWithItem(): void {
  const fromServer = createRequire(createRequire(import.meta.url).resolve('dynalite'));
  const database: DatabaseModule = fromServer('./db');
  const { prototype }: { prototype: Level } = fromServer('level').Level;
  /** Index entries waiting for the write of their item, by the item's key; the server holds a lock on it meanwhile. */
  const waiting = new Map<string, Operation[]>();

  database.updateIndexes = (_store, table, before, after, done) => {
    const item = after ?? before;
    if (item === null || item === undefined) return done();
    const { TableName, GlobalSecondaryIndexes = [] } = table;
    const { puts, deletes } = database.getIndexActions(GlobalSecondaryIndexes, before, after, table);
    const keyOf = ({ index, key }: IndexAction) => `index-global~${TableName}~${index}~${key}`;
    waiting.set(`item-${TableName}~${database.createKey(item, table)}`, [
      ...deletes.map((action): Operation => ({ type: 'del', key: keyOf(action) })),
      ...puts.map((action): Operation => ({ type: 'put', key: keyOf(action), value: action.item })),
    ]);
    done();
  };

  const { put, del } = prototype;
  const take = (key: string) => {
    const entries = waiting.get(key);
    waiting.delete(key);
    return entries;
  };
  prototype.put = function (key, value) {
    const entries = take(key);
    if (entries === undefined) return put.call(this, key, value);
    return prototype.batch.call(this, [...entries, { type: 'put', key, value }]);
  };
  prototype.del = function (key) {
    const entries = take(key);
    if (entries === undefined) return del.call(this, key);
    return prototype.batch.call(this, [...entries, { type: 'del', key }]);
  };
}
