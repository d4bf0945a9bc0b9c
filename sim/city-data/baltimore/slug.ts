const codeMax = 36;

/** A code made of a name: `TRM-StLight Pole Missing` is `trm-stlight-pole-missing`. Empty if nothing is left. */
const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, codeMax)
    .replace(/-$/, '');

/**
 * Gives each of the names a code of its own, in the order of the names as text, so that the same set of names always
 * has the same codes. Names whose codes collide are told apart by a number.
 */
export const codesOf = (names: Iterable<string>, prefix = ''): ReadonlyMap<string, string> => {
  const taken = new Set<string>();
  const codes = new Map<string, string>();
  for (const name of [...new Set(names)].sort((a, b) => (a < b ? -1 : 1))) {
    const base = `${prefix}${slug(name) || 'x'}`.slice(0, codeMax);
    let code = base;
    for (let n = 2; taken.has(code); n += 1) code = `${base}-${n}`;
    taken.add(code);
    codes.set(name, code);
  }
  return codes;
};
