import type { CitySetup } from '../../../sim/city/city-setup.ts';
import { loadSetup } from '../../../sim/city/load-setup.ts';
import { readScenarios } from '../../../sim/city/read-scenarios.ts';
import { resolveScenario } from '../../../sim/city/resolve-scenario.ts';
import type { Scenario } from '../../../sim/city/scenario-schema.ts';

/** A leaf as a test says it. */
export const says = <Value>(value: Value) => ({ value, assumption: 'a test says so' });

/** A shipped scenario with what a test lays on it. */
export function scenarioWith(id: string, overlay: Readonly<Record<string, unknown>>): Scenario {
  const files = readScenarios();
  if (!files.ok) throw new Error(files.error);
  const laid = new Map(files.value).set('of-a-test', { ...overlay, id: 'of-a-test', extends: id });
  const resolved = resolveScenario(laid, 'of-a-test');
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.error));
  return resolved.value;
}

/** A setup that loads. */
export function setupOf(choice: Parameters<typeof loadSetup>[0]): CitySetup {
  const setup = loadSetup(choice);
  if (!setup.ok) throw new Error(setup.error.join('\n'));
  return setup.value;
}
