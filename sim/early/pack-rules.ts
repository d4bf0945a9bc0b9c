import { join } from 'node:path';
import { compileForecast, type ForecastRules } from '../../functions/core/early/forecast/forecast-rules.ts';
import { compileWarning, type WarningRules } from '../../functions/core/early/warning/warning-rules.ts';
import { resolvePolicy } from '../../functions/core/policy/resolve-policy.ts';
import { err, ok, type Result } from '../../functions/core/result.ts';
import { MissingRule } from '../../functions/core/rules/need.ts';
import { policiesFolder } from '../city-data/city-folders.ts';
import { readPackChain } from '../city-data/policy/pack-chain.ts';
import { readJson } from '../city-data/read-json.ts';

/** The option that names the pack, and what it is without. */
export const packUsage =
  '  --pack P          a pack of functions/policies that says how to watch and forecast (cn-base)';
export const defaultPack = 'cn-base';

export interface PackRules {
  readonly warning: WarningRules;
  readonly forecast: ForecastRules;
}

/** The sections `early.warning` and `early.forecast` of a pack. The error names what the pack lacks. */
export function packRules(pack: string): Result<PackRules, string> {
  const file = join(policiesFolder, `${pack}.json`);
  const content = readJson(file);
  if (!content.ok) return err(`--pack ${pack}: ${content.error.reason}`);
  const chain = readPackChain(file, content.value);
  if (!chain.ok) return err(`--pack ${pack}: ${chain.error.map(({ reason }) => reason).join('; ')}`);
  const resolved = resolvePolicy(chain.value.packs, pack);
  if (!resolved.ok)
    return err(`--pack ${pack}: ${resolved.error.map(({ path, reason }) => `${path} ${reason}`).join('; ')}`);
  const { warning, forecast } = resolved.value.early ?? {};
  if (warning === undefined || forecast === undefined) {
    return err(`--pack ${pack}: has no early.${warning === undefined ? 'warning' : 'forecast'}`);
  }
  try {
    return ok({ warning: compileWarning(warning, (ms) => ms), forecast: compileForecast(forecast) });
  } catch (cause) {
    if (cause instanceof MissingRule) return err(`--pack ${pack}: ${cause.message}`);
    throw cause;
  }
}
