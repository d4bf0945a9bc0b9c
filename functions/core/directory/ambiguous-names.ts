import type { Directory } from './directory-schema.ts';

/** A name that more than one unit answers to, such as 八里庄: legal, but it must be resolved by district. */
export type AmbiguousName = { readonly name: string; readonly units: readonly string[] };

/** Lists the names and aliases that several units or places share, by name. They are flagged, never rejected. */
export const ambiguousNames = ({ units, places }: Directory): AmbiguousName[] => {
  const codes = new Map<string, Set<string>>();
  const add = (name: string, code: string) => {
    const known = codes.get(name);
    if (known) known.add(code);
    else codes.set(name, new Set([code]));
  };
  for (const { code, name, aliases = [] } of units) {
    for (const text of [name.zh, ...(name.en ? [name.en] : []), ...aliases]) add(text, code);
  }
  for (const { name, aliases = [], unit } of places) {
    for (const text of [name, ...aliases]) add(text, unit);
  }
  return [...codes]
    .filter(([, sharing]) => sharing.size > 1)
    .map(([name, sharing]) => ({ name, units: [...sharing].sort() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};
