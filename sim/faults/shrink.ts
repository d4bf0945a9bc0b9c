import type { FaultKind } from './chance/fault-kinds.ts';
import type { Bug } from './planted/bug.ts';
import type { Op } from './workload/op.ts';
import { type Outcome, runWorld } from './world/run-world.ts';
import type { Scenario } from './world/scenario.ts';

/** A world that still breaks the same promise, with as little in it as was found. */
export interface Shrunk {
  readonly scenario: Scenario;
  readonly spared: ReadonlySet<string>;
  readonly outcome: Outcome;
  readonly runs: number;
}

const runsMax = 300;
const never = { from: Number.POSITIVE_INFINITY, until: Number.POSITIVE_INFINITY };

/**
 * Leaves out of a failing world whatever it fails without: whole kinds of fault, deployment, clocks and outages, steps of
 * the workload, and in the end single faults. Every candidate is run; one that breaks the same promise is kept.
 */
export async function shrink(scenario: Scenario, checker: string, bug?: Bug): Promise<Shrunk> {
  let best = { scenario, spared: new Set<string>() as ReadonlySet<string> };
  let outcome = await runWorld(scenario, { bug });
  let runs = 1;
  const holds = async (candidate: Scenario, spared = best.spared): Promise<boolean> => {
    if (runs >= runsMax) return false;
    runs += 1;
    const tried = await runWorld(candidate, { bug, spared });
    if (tried.violations[0]?.checker !== checker) return false;
    best = { scenario: candidate, spared };
    outcome = tried;
    return true;
  };
  await holds(withoutSurroundings(best.scenario));
  for (const kind of Object.keys(scenario.rates) as FaultKind[]) {
    const { [kind]: _, ...rates } = best.scenario.rates;
    await holds({ ...best.scenario, rates });
  }
  for (
    let size = Math.ceil(best.scenario.ops.length / 2);
    size >= 1;
    size = size === 1 ? 0 : Math.ceil(size / 2)
  ) {
    for (let from = 0; from < best.scenario.ops.length; ) {
      const ops = without(best.scenario.ops, from, size);
      if (!(await holds({ ...best.scenario, ops }))) from += size;
    }
  }
  for (const fault of outcome.faults.toReversed()) {
    await holds(best.scenario, new Set([...best.spared, fault]));
  }
  return { ...best, outcome, runs };
}

const without = (ops: readonly Op[], from: number, count: number): readonly Op[] => [
  ...ops.slice(0, from),
  ...ops.slice(from + count),
];

const withoutSurroundings = (scenario: Scenario): Scenario => ({
  ...scenario,
  skewMaxMs: 0,
  concurrencyMax: 1_000,
  outages: { wake: [], effects: [], boards: [] },
  rollout: { ...scenario.rollout, ...never, newerFormat: false },
});
