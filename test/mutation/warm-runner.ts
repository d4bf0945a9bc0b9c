import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type TestResult,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { type CollectedTest, collect, collectedTests } from './collect.ts';

/** What the instrumented rules and Stryker tell each other in a process. */
type Instruments = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
};

const instruments: Instruments = {};
Object.assign(globalThis, { __stryker__: instruments });

/** What a test file gets instead of a package. */
const standIns = new Map([
  ['vitest', new URL('./vitest-stand-in.ts', import.meta.url).href],
  ['fast-check', new URL('./fast-check-stand-in.ts', import.meta.url).href],
]);
const durationsPath = 'durations.json';

/** Random lives that a law is held in here; a mutant is met early or not at all. */
process.env.FC_RUNS ??= '15';

fc.configureGlobal({ endOnFailure: true });
registerHooks({
  resolve: (name, context, next) => {
    const url = standIns.get(name);
    return url === undefined || context.parentURL === url || context.parentURL === import.meta.url
      ? next(name, context)
      : { url, shortCircuit: true };
  },
});

const loaded = new Set<string>();

/** Loads a test file of the copy that Stryker made, once in a process: that is what makes a mutant cheap. */
async function load(path: string): Promise<void> {
  if (loaded.has(path)) return;
  loaded.add(path);
  await collect(path, pathToFileURL(resolve(path)).href);
}

/** The processor's time of this process, in ms: what a test costs, however busy the machine is. */
const usedMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

async function outcomeOf({ id, name, file, run }: CollectedTest): Promise<TestResult> {
  const began = performance.now();
  const told = () => ({ id, name, fileName: resolve(file), timeSpentMs: performance.now() - began });
  try {
    await run();
    return { ...told(), status: TestStatus.Success };
  } catch (cause) {
    return { ...told(), status: TestStatus.Failed, failureMessage: String(cause).slice(0, 500) };
  }
}

/** The test files that mutants are held against; a part of the rules may do with a part of them. */
const testFiles = process.env.MUTATION_TESTS ?? 'test/{core,cities,policies}/**/*.test.ts';

/** The first process loads every test, before its dry run is timed: what a time-out allows would else hold that too. */
async function init(): Promise<void> {
  if (existsSync(durationsPath)) return;
  for (const path of globSync(testFiles).sort()) await load(path);
}

async function dryRun() {
  const tests: TestResult[] = [];
  const costs: Record<string, number> = {};
  for (const test of collectedTests().values()) {
    const beforeMs = usedMs();
    instruments.currentTestId = test.id;
    tests.push(await outcomeOf(test));
    instruments.currentTestId = undefined;
    costs[test.id] = usedMs() - beforeMs;
  }
  writeFileSync(durationsPath, JSON.stringify(costs));
  const { mutantCoverage } = instruments;
  return { status: DryRunStatus.Complete as const, tests, ...(mutantCoverage && { mutantCoverage }) };
}

let hasRun = false;
let isSpoilt = false;

/**
 * Runs tests that reach a mutant to the first that fails. What one mutant left behind in
 * shared data must not fail for the next one: a test that failed is held again without any mutant, and where it
 * fails still, the process is given up and the mutant run again in a new one.
 */
async function mutantRun({ activeMutant, testFilter = [], hitLimit }: MutantRunOptions) {
  if (isSpoilt) throw new Error('An earlier mutant has left something behind.');
  const wasClean = !hasRun;
  hasRun = true;
  for (const id of testFilter) await load(id.slice(0, id.indexOf('#')));
  const chosen = worthwhile(testFilter, activeMutant.fileName);

  Object.assign(instruments, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
  const tests: TestResult[] = [];
  for (const test of chosen) {
    tests.push(await outcomeOf(test));
    if (tests.at(-1)!.status !== TestStatus.Success) break;
  }
  const limit = determineHitLimitReached(instruments.hitCount, hitLimit);
  instruments.activeMutant = undefined;

  const last = collectedTests().get(tests.at(-1)!.id)!;
  isSpoilt =
    tests.at(-1)!.status !== TestStatus.Success && (await outcomeOf(last)).status !== TestStatus.Success;
  if (isSpoilt && !wasClean) throw new Error('An earlier mutant has left something behind.');
  return limit ?? toMutantRunResult({ status: DryRunStatus.Complete, tests });
}

let durations: Readonly<Record<string, number>> | undefined;

/** How much time of tests a mutant is given (as the dry run took it), in its folder and elsewhere; one that lives on has survived. */
const nearMaxMs = 3_000;
const elsewhereMaxMs = 1_000;

/**
 * The tests to run on a mutant of `fileName`: those of its own folder first, then those elsewhere that reach it, the
 * quickest first, so far as they fit: nearly all do, and the few that take a second each seldom tell more.
 */
function worthwhile(ids: readonly string[], fileName: string): CollectedTest[] {
  durations ??= JSON.parse(readFileSync(durationsPath, 'utf8')) as Record<string, number>;
  const took = (id: string) => durations![id] ?? 0;
  const folder = /functions[\\/]core[\\/](\w+)[\\/]/.exec(fileName)?.[1];
  const isNear = (id: string) => id.startsWith(`test/core/${folder}/`);
  const quickestFirst = ids.toSorted((a, b) => took(a) - took(b));
  const within = (some: readonly string[], maxMs: number) => {
    let spentMs = 0;
    return some.filter((id, i) => {
      spentMs += took(id);
      return spentMs <= maxMs || i === 0;
    });
  };
  const chosen = [
    ...within(quickestFirst.filter(isNear), nearMaxMs),
    ...within(
      quickestFirst.filter((id) => !isNear(id)),
      elsewhereMaxMs,
    ),
  ];
  const tests = collectedTests();
  return chosen.map((id) => tests.get(id)!);
}

/** Static mutants are left out, so nothing has to be loaded anew for one. */
const runner = { capabilities: () => ({ reloadEnvironment: true }), init, dryRun, mutantRun };

/** Stryker finds its plugins by this name. */
export const strykerPlugins = [{ kind: 'TestRunner', name: 'warm', factory: () => runner }];
