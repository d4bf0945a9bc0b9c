/** A path such as `escalation.rungs[0].share` as keys. */
const pathKeys = (path: string): string[] => path.split(/[.[\]]+/).filter((key) => key !== '');

type Holder = Record<string, unknown>;

const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/**
 * Finds what holds the value of a path in a pack or scenario: `{ value, basis }` leaves are looked through, so that
 * `tiers.general.limit` and `escalation.rungs[0].share` both name a value. Undefined where there is no such path.
 */
function holderOf(
  content: unknown,
  path: string,
): { readonly holder: Holder; readonly key: string } | undefined {
  let found: { holder: Holder; key: string } | undefined;
  let at = content;
  for (const key of pathKeys(path)) {
    if (isHolder(at) && Object.hasOwn(at, 'value') && !Object.hasOwn(at, key)) at = at.value;
    if (!(isHolder(at) && Object.hasOwn(at, key))) return undefined;
    found = { holder: at, key };
    at = at[key];
  }
  if (found !== undefined && isHolder(at) && Object.hasOwn(at, 'value')) return { holder: at, key: 'value' };
  return found;
}

/** The value at a path; undefined where there is none. */
export function valueAt(content: unknown, path: string): unknown {
  const found = holderOf(content, path);
  return found?.holder[found.key];
}

/** A copy of the content with another value at a path that it has. */
export function withValue<Content>(content: Content, path: string, value: unknown): Content {
  const copy = structuredClone(content);
  const found = holderOf(copy, path);
  if (found === undefined) throw new RangeError(`there is no ${path}`);
  found.holder[found.key] = value;
  return copy;
}
