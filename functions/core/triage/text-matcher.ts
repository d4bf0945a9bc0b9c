/** Many patterns compiled into one automaton (Aho-Corasick), so that a text is read once whatever their number. */
export type TextMatcher = {
  readonly patterns: readonly string[];
  readonly next: readonly ReadonlyMap<number, number>[];
  /** The node to which each UTF-16 unit leads from the start, or 0: most characters of a text begin no pattern. */
  readonly first: Int32Array;
  /** Where to go on when no pattern continues: the node of the longest proper suffix. */
  readonly fail: Int32Array;
  /** The pattern that ends at a node, or -1. */
  readonly ends: Int32Array;
  /** The nearest node on the chain of suffixes at which a pattern ends, or 0. */
  readonly shorter: Int32Array;
};

/** A pattern found in a text: `pattern` is its index, `start` to `end` (excluded) where it stands. */
export type Occurrence = { readonly pattern: number; readonly start: number; readonly end: number };

const textMax = 8_000;

/** The form in which patterns and texts are compared: full-width and half-width, capital and small are the same. */
export const comparable = (text: string): string =>
  text.slice(0, textMax).normalize('NFKC').toLowerCase().slice(0, textMax);

/** Compiles patterns, which must be in `comparable` form, not empty and not repeated. */
export const compileMatcher = (patterns: readonly string[]): TextMatcher => {
  const next: Map<number, number>[] = [new Map()];
  const ending: number[] = [-1];
  patterns.forEach((pattern, index) => {
    let node = 0;
    for (let i = 0; i < pattern.length; i += 1) {
      const unit = pattern.charCodeAt(i);
      let child = next[node]!.get(unit);
      if (child === undefined) {
        child = next.length;
        next[node]!.set(unit, child);
        next.push(new Map());
        ending.push(-1);
      }
      node = child;
    }
    if (node === 0 || ending[node] !== -1) throw new Error(`empty or repeated pattern at ${index}`);
    ending[node] = index;
  });
  const ends = Int32Array.from(ending);
  const { fail, shorter } = linkSuffixes(next, ends);
  const first = new Int32Array(0x1_0000);
  for (const [unit, child] of next[0]!) first[unit] = child;
  return { patterns, next, first, fail, ends, shorter };
};

const linkSuffixes = (next: readonly ReadonlyMap<number, number>[], ends: Int32Array) => {
  const fail = new Int32Array(next.length);
  const shorter = new Int32Array(next.length);
  const queue: number[] = [...next[0]!.values()];
  for (let head = 0; head < queue.length; head += 1) {
    const node = queue[head]!;
    for (const [unit, child] of next[node]!) {
      let suffix = fail[node]!;
      while (suffix !== 0 && !next[suffix]!.has(unit)) suffix = fail[suffix]!;
      const target = next[suffix]!.get(unit) ?? 0;
      fail[child] = target;
      shorter[child] = ends[target] === -1 ? shorter[target]! : target;
      queue.push(child);
    }
  }
  return { fail, shorter };
};

/**
 * Finds the patterns in a text that is in `comparable` form, from left to right. An occurrence inside a longer one is
 * left out (水管 in 水管爆裂 says nothing of its own). A pattern that begins or ends with a Latin letter or digit only
 * counts at a word's edge there (a plural s is let through), so that "tree" is not found in "street".
 */
export const findAll = (matcher: TextMatcher, text: string): Occurrence[] => {
  const { patterns, next, first, fail, ends, shorter } = matcher;
  const found: Occurrence[] = [];
  let node = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    let child: number | undefined;
    while (node !== 0 && child === undefined) {
      child = next[node]!.get(unit);
      if (child === undefined) node = fail[node]!;
    }
    node = child ?? first[unit]!;
    if (node === 0) continue;
    for (let at = ends[node] === -1 ? shorter[node]! : node; at !== 0; at = shorter[at]!) {
      const pattern = ends[at]!;
      const start = i + 1 - patterns[pattern]!.length;
      if (!atWordEdges(text, start, i + 1)) continue;
      while (found.length > 0 && found.at(-1)!.start >= start) found.pop();
      found.push({ pattern, start, end: i + 1 });
      break;
    }
  }
  return found;
};

const isWordUnit = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
/** Before its beginning and after its end a text has no word. */
const wordAt = (text: string, i: number): boolean => isWordUnit(text.charCodeAt(i));
const smallS = 115;

const atWordEdges = (text: string, start: number, end: number): boolean => {
  if (wordAt(text, start) && wordAt(text, start - 1)) return false;
  if (!wordAt(text, end - 1) || !wordAt(text, end)) return true;
  return text.charCodeAt(end) === smallS && !wordAt(text, end + 1);
};
