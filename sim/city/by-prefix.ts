/** The number of the longest beginning of `code` that the table names, else that of `*`. */
function byPrefix(table: Readonly<Record<string, number>>, code: string): number {
  return table[prefixOf(table, code)]!;
}

/** The key of the table that covers `code`. */
function prefixOf(table: Readonly<Record<string, number>>, code: string): string {
  for (let length = code.length; length > 0; length -= 1) {
    const beginning = code.slice(0, length);
    if (Object.hasOwn(table, beginning)) return beginning;
  }
  return '*';
}

/** The number of each code. */
export const columnByPrefix = (
  table: Readonly<Record<string, number>>,
  codes: readonly string[],
): Float64Array => Float64Array.from(codes, (code) => byPrefix(table, code));

/** As weights: what a key has is shared evenly by the codes it covers. */
export function weightsByPrefix(
  table: Readonly<Record<string, number>>,
  codes: readonly string[],
): Float64Array {
  const covered = new Map<string, number>();
  for (const code of codes) {
    const key = prefixOf(table, code);
    covered.set(key, (covered.get(key) ?? 0) + 1);
  }
  return Float64Array.from(codes, (code) => {
    const key = prefixOf(table, code);
    return table[key]! / covered.get(key)!;
  });
}
