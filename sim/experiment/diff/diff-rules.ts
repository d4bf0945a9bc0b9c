import { isContent } from '../setup/merged-pack.ts';

/** A rule of a pack as written: its value, and what it rests on. */
export interface Rule {
  readonly value: string;
  /** `basis: …`, `assumption: …` or `unknown: …`. */
  readonly rests: string;
}

/** A rule that two packs do not share; undefined on the side that has no such rule. */
export interface RuleDifference {
  readonly path: string;
  readonly a: Rule | undefined;
  readonly b: Rule | undefined;
  /** True where the values are equal and only what they rest on differs. */
  readonly isSameValue: boolean;
}

/** What two packs, each laid on its bases, do differently: in the order of the first, then what only the second has. */
export function diffRules(a: unknown, b: unknown): RuleDifference[] {
  const [first, second] = [rulesOf(a), rulesOf(b)];
  const paths = [...new Set([...first.keys(), ...second.keys()])];
  return paths.flatMap((path) => {
    const [one, other] = [first.get(path), second.get(path)];
    const isSameValue = one?.value === other?.value;
    return isSameValue && one?.rests === other?.rests ? [] : [{ path, a: one, b: other, isSameValue }];
  });
}

const about = new Set(['schema', 'id', 'extends', 'title', 'basis', 'validFrom']);

function rulesOf(content: unknown): Map<string, Rule> {
  const rules = new Map<string, Rule>();
  const visit = (at: unknown, path: string): void => {
    if (isContent(at) && Object.hasOwn(at, 'value')) {
      const { value, ...rests } = at;
      const [kind, why] = Object.entries(rests)[0] ?? ['basis', ''];
      rules.set(path, { value: JSON.stringify(value), rests: `${kind}: ${String(why)}` });
    } else if (isContent(at)) {
      for (const [key, below] of Object.entries(at)) {
        if (!about.has(key)) visit(below, path === '' ? key : `${path}.${key}`);
      }
    } else {
      rules.set(path, { value: JSON.stringify(at), rests: '' });
    }
  };
  visit(content, '');
  return rules;
}
