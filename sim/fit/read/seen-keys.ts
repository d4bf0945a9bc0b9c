/** A set of the language holds 2 ** 24 entries at most; a big city's file of years has more requests. */
const keysPerSet = 2 ** 23;

/**
 * Tells whether a request's key was seen before, and remembers it: exports repeat an order for each unit that took part,
 * and windows of one file overlap. Counted twice it would be two requests.
 */
export function seenKeys(): (key: string) => boolean {
  let newest = new Set<string>();
  const sets = [newest];
  return (key) => {
    if (sets.some((set) => set.has(key))) return true;
    if (newest.size === keysPerSet) {
      newest = new Set();
      sets.push(newest);
    }
    newest.add(key);
    return false;
  };
}
