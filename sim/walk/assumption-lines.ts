import { join } from 'node:path';
import { listAssumptions } from '../../functions/core/policy/list-assumptions.ts';
import { resolvePolicy } from '../../functions/core/policy/resolve-policy.ts';
import { policiesFolder } from '../city-data/city-folders.ts';
import { readPackChain } from '../city-data/policy/pack-chain.ts';
import { standsIn } from '../city-data/policy/stands-in.ts';
import { readJson } from '../city-data/read-json.ts';

/**
 * What the pack assumes under the paths a walk stands on, a line each. Throws for a path the pack does not have, so that
 * a walk never names a rule that is gone.
 */
export function assumptionLines(pack: string, restsOn: readonly string[]): string[] {
  const file = join(policiesFolder, `${pack}.json`);
  const content = readJson(file);
  if (!content.ok) throw new Error(`${file}: ${content.error.reason}`);
  const chain = readPackChain(file, content.value);
  if (!chain.ok)
    throw new Error(`${file}: ${chain.error.map(({ path, reason }) => `${path}: ${reason}`).join('; ')}`);
  const resolved = resolvePolicy(chain.value.packs, pack);
  if (!resolved.ok) throw new Error(`${file}: ${resolved.error.map(({ reason }) => reason).join('; ')}`);
  const found = listAssumptions(resolved.value);
  return restsOn.flatMap((under) => {
    if (standsIn(chain.value, under) === undefined)
      throw new Error(`the pack ${pack} has nothing at ${under}`);
    return found
      .filter(({ path }) => path === under || path.startsWith(`${under}.`) || path.startsWith(`${under}[`))
      .map(({ path, why, missing }) => {
        const value = missing ? 'null' : JSON.stringify(standsIn(chain.value, `${path}.value`)?.value);
        return `${path} = ${value}: ${why}`;
      });
  });
}
