import { execFileSync } from 'node:child_process';
import type { Host } from '../../experiment/terminal/host.ts';
import { bugs } from '../planted/bugs.ts';
import { shrink } from '../shrink.ts';
import { drawScenario, type Scenario } from '../world/scenario.ts';
import type { SeedResult } from './thread-messages.ts';

/** The last lines of a history that are shown: the violation stands at its end. */
const linesMax = 80;

/** A look into the wake index says nothing. */
const isIdle = /^\d+ sweep-\d+ due /;

/** Says all there is to say about a seed that broke a promise: what, under which code, the shrunk history, the replay. */
export async function tellFailure(
  { out }: Pick<Host, 'out'>,
  result: SeedResult,
  bug?: string,
): Promise<void> {
  const { seed } = result;
  const violation = result.violations[0]!;
  const replay = `npm run sim -- faults --seed ${seed} --replay${bug === undefined ? '' : ` --bug ${bug}`}`;
  out(`FAILED ${violation.checker} (${violation.phase}) with seed ${seed}, commit ${commit()}`);
  out(`  ${violation.what}`);
  if (violation.checker !== 'simulator') {
    const planted = bugs.find(({ name }) => name === bug);
    const drawn = drawScenario(seed);
    const shrunk = await shrink(drawn, violation.checker, planted);
    const { trace, violations } = shrunk.outcome;
    const [left, all] = [shrunk.scenario.ops.length, drawn.ops.length];
    out(`shrunk in ${shrunk.runs} runs to ${left} of ${all} steps; as shrunk:`);
    out(`  ${violations[0]!.what}`);
    for (const line of scenarioLines(shrunk.scenario)) out(`  ${line}`);
    out(`history, in ms since the start, the last ${linesMax} lines at most:`);
    for (const line of trace.filter((one) => !isIdle.test(one)).slice(-linesMax)) out(`  ${line}`);
  }
  out(`replay: ${replay}`);
}

/** A scenario in a few lines. */
export function scenarioLines(scenario: Scenario): readonly string[] {
  const { startAt, lastsMs, pack, speed, skewMaxMs, lagMaxMs, concurrencyMax, rollout } = scenario;
  const rates = Object.entries(scenario.rates).map(([kind, rate]) => `${kind} ${(100 * rate).toFixed(2)} %`);
  const down = Object.entries(scenario.outages).flatMap(([name, times]) => (times.length > 0 ? [name] : []));
  const deploys = Number.isFinite(rollout.from)
    ? `then ${rollout.pack}${rollout.newerFormat ? ' in a newer format' : ''}`
    : 'no deployment';
  return [
    `start ${new Date(startAt).toISOString()}, ${lastsMs / 60_000} min of faults, ${scenario.ops.length} steps`,
    `pack ${pack} at speed ${speed}, ${deploys}`,
    `clocks off by ${skewMaxMs} ms, indexes behind by ${lagMaxMs} ms, ${concurrencyMax} instances at most`,
    `queues down at times: ${down.join(', ') || 'none'}`,
    `faults: ${rates.join(', ') || 'none'}`,
  ];
}

/** The commit of the code, if it is known here. */
function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return 'unknown';
  }
}
