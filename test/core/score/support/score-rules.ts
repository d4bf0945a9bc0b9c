import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePolicy } from '../../../../functions/core/policy/resolve-policy.ts';
import type { ScorePolicy } from '../../../../functions/core/policy/score-policy.ts';
import { compileScore, scoreProblems } from '../../../../functions/core/score/compile-score.ts';
import type { ScoreRules } from '../../../../functions/core/score/score-rules.ts';

const file = join(import.meta.dirname, '../../../../functions/policies/cn-base.json');
const base: unknown = JSON.parse(readFileSync(file, 'utf8'));

/** A rule of the test's own, as a pack writes it. */
export const says = <Value>(value: Value) => ({ value, assumption: 'a test says so' });

/** The score section of the shipped base with overlays on it. Throws with the problems of a pack that has any. */
export function scorePolicyWith(...overlays: readonly object[]): ScorePolicy {
  const packs = new Map([['own-0', base]]);
  overlays.forEach((score, n) => {
    packs.set(`own-${n + 1}`, { id: `own-${n + 1}`, extends: `own-${n}`, score });
  });
  const policy = resolvePolicy(packs, `own-${overlays.length}`);
  if (!policy.ok) throw new Error(JSON.stringify(policy.error));
  return policy.value.score;
}

/** The rules of the shipped base with overlays on them. */
export function scoreRules(...overlays: readonly object[]): ScoreRules {
  const policy = scorePolicyWith(...overlays);
  const problems = scoreProblems(policy);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return compileScore(policy);
}

export const monthRules = (month: object = {}) => scoreRules({ month }).month;

/** The rules, or nothing where the overlays make a pack that is refused. */
export function rulesIfWhole(...overlays: readonly object[]): ScoreRules | undefined {
  try {
    return scoreRules(...overlays);
  } catch {
    return undefined;
  }
}
