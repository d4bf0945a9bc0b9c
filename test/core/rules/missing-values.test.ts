import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../functions/core/policy/policy-schema.ts';
import { compileRules } from '../../../functions/core/rules/compile-rules.ts';
import { smallCity, wholePolicy } from './support/small-rules.ts';

/** The paths of the values of a pack, or of a part of it. Which file holds the duties is asked before rules are compiled. */
function pathsOf(part: object, path: string): string[] {
  if (Object.hasOwn(part, 'value')) return path === 'duties.list' ? [] : [path];
  return Object.entries(part).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null ? pathsOf(inner, `${path}.${key}`) : [],
  );
}

/** The pack with one value marked as unknown. */
function without<Part extends object>(part: Part, [key, ...below]: readonly string[]): Part {
  if (key === undefined) return { value: null, unknown: 'nobody published it' } as unknown as Part;
  return { ...part, [key]: without((part as Record<string, object>)[key]!, below) };
}

const sections = [
  ...['tiers', 'intake', 'dispatch', 'dispute', 'handling', 'escalation', 'callback', 'reopen'],
  ...['whistleKinds', 'score', 'rollout', 'duties', 'powers', 'sharing', 'early'],
] as const;

describe('the rules of a pack', () => {
  it('are compiled where every value is known', () => {
    expect(compileRules({ ...smallCity(), policy: wholePolicy() })).toMatchObject({ ok: true });
  });

  it.each(sections)('stop at each value of %s that nobody published, by its own path', (section) => {
    const whole = wholePolicy();
    const paths = pathsOf(whole[section as keyof Policy] as object, section);

    const refused = paths.map((path) => {
      const compiled = compileRules({ ...smallCity(), policy: without(whole, path.split('.')) });
      return compiled.ok ? 'compiled' : compiled.error.map((problem) => problem.path).join();
    });

    expect(refused).toEqual(paths);
    expect(paths.length).toBeGreaterThan(0);
  });
});
