const entriesMax = 10;
const batchBytesMax = 256 * 1_024;

/** A message to send. */
export interface Entry {
  readonly body: string;
  readonly delaySeconds?: number;
}

/** Entries with their place among all, in batches the queue service takes: at most 10 entries and 256 KB together. */
export function toBatches(
  entries: readonly Entry[],
): readonly (readonly (Entry & { readonly n: number })[])[] {
  const batches: (Entry & { n: number })[][] = [];
  let bytes = 0;
  for (const [n, entry] of entries.entries()) {
    const size = Buffer.byteLength(entry.body);
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === entriesMax || bytes + size > batchBytesMax) {
      batches.push([{ ...entry, n }]);
      bytes = size;
    } else {
      batch.push({ ...entry, n });
      bytes += size;
    }
  }
  return batches;
}
