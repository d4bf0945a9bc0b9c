import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { Resolve } from '../resolve-intrinsics.ts';
import { resourcesOf, type Template } from '../template.ts';
import { createPool, type FunctionPool, type InvokeFailure } from './function-pool.ts';
import { createBudget } from './instance-budget.ts';
import { readFunctions } from './local-function.ts';
import { openLog } from './log-files.ts';

/** Instances of one function, and of all together, that a laptop has the memory for. */
const instancesMax = 2;
const allInstancesMax = 6;
const invokeWaitMaxMs = 60_000;

/** The template's functions, running. */
export interface RunningFunctions {
  /** By logical id. */
  readonly pools: ReadonlyMap<string, FunctionPool>;
  /** Name of the city the functions run. */
  readonly city: string;
  /** Runs a function by the name of its file. */
  invoke(entry: string, event: unknown): Promise<Result<unknown, InvokeFailure>>;
  /** Resolves when no function is working. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

/** Prepares a pool of instances for every function; an instance starts with the first event that needs it. */
export function startFunctions(props: {
  template: Template;
  resolve: Resolve;
  outDir: string;
  environment: Readonly<Record<string, string>>;
  logsDir: string;
}): RunningFunctions {
  if (resourcesOf(props.template, 'AWS::Lambda::Function').length === 0) {
    throw new Error('the template has no functions');
  }
  const budget = createBudget(allInstancesMax);
  const running = readFunctions(props).map((fn) => {
    const log = openLog(props.logsDir, fn.entry);
    return { fn, log, pool: createPool({ fn, instancesMax, budget, log }) };
  });
  return {
    city: running[0]?.fn.environment.CITY ?? '',
    pools: new Map(running.map(({ fn, pool }) => [fn.name, pool])),
    async invoke(entry, event) {
      const found = running.find(({ fn }) => fn.entry === entry);
      if (found === undefined) throw new Error(`the template has no function ${entry}`);
      const result = await found.pool.invoke(JSON.stringify(event), invokeWaitMaxMs);
      return result.ok ? ok(JSON.parse(result.value)) : err(result.error);
    },
    async idle() {
      await Promise.all(running.map(({ pool }) => pool.idle()));
    },
    async stop() {
      await Promise.all(running.map(({ pool }) => pool.stop()));
      await Promise.all(running.map(({ log }) => new Promise((resolve) => log.end(resolve))));
    },
  };
}
