/** Requests made at once, so that thousands take seconds. */
const inFlight = 8;

/** Does `work` for each of `all`, a few at a time; answers in their order. The first failure ends it. */
export async function inParallel<Item, Value>(
  all: readonly Item[],
  work: (item: Item, n: number) => Promise<Value>,
): Promise<Value[]> {
  const values: Value[] = new Array(all.length);
  const next = all.entries();
  const worker = async () => {
    for (const [n, item] of next) values[n] = await work(item, n);
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return values;
}
