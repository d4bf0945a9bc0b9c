import type { Host } from '../../experiment/terminal/host.ts';
import { bugs } from '../planted/bugs.ts';
import { runWorld } from '../world/run-world.ts';
import { drawScenario } from '../world/scenario.ts';
import { exitCodeOf } from './exit-codes.ts';
import { scenarioLines } from './tell-failure.ts';

/** Runs one seed again and shows everything that happened in its world. */
export async function replaySeed({ out }: Pick<Host, 'out'>, seed: number, bug?: string): Promise<number> {
  const scenario = drawScenario(seed);
  const { trace, violations, digest } = await runWorld(scenario, {
    bug: bugs.find(({ name }) => name === bug),
  });
  out(`seed ${seed}`);
  for (const line of scenarioLines(scenario)) out(`  ${line}`);
  for (const line of trace) out(line);
  for (const { checker, phase, what } of violations) out(`FAILED ${checker} (${phase}): ${what}`);
  out(`digest ${digest}`);
  return exitCodeOf(violations[0]);
}
