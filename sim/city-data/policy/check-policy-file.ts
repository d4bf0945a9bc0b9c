import { listAssumptions } from '../../../functions/core/policy/list-assumptions.ts';
import { resolvePolicy } from '../../../functions/core/policy/resolve-policy.ts';
import { type FileCheck, unusable } from '../file-check.ts';
import { compileWith } from './compile-with.ts';
import { explainProblem } from './explain-problem.ts';
import { readPackChain } from './pack-chain.ts';

/** Checks a policy pack laid on its bases, and with a city whether the two fit each other. */
export const checkPolicyFile: FileCheck = (content, file, city) => {
  const chain = readPackChain(file, content);
  if (!chain.ok) return unusable(chain.error);
  const resolved = resolvePolicy(chain.value.packs, chain.value.id);
  if (!resolved.ok) return unusable(resolved.error.map((problem) => explainProblem(chain.value, problem)));
  const assumptions = listAssumptions(resolved.value);
  const missing = assumptions.filter((assumption) => assumption.missing);
  const misfits = city === undefined ? [] : compileWith(city, chain.value, file);
  return {
    problems: misfits.map(({ file: at, path, reason }) => ({
      path,
      reason: at === file ? reason : `${reason} (in ${at})`,
    })),
    notes: missing.map(({ path, why }) => `${path} has no value: ${why}; a run that needs it stops`),
    summary: [
      `policy pack of ${Object.keys(resolved.value.tiers).length} tiers`,
      `${assumptions.length - missing.length} assumptions`,
      `${missing.length} missing`,
      ...(city === undefined ? [] : [`compiled with ${city}`]),
    ].join(', '),
  };
};
