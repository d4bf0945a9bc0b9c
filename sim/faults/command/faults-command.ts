import { availableParallelism } from 'node:os';
import * as z from 'zod';
import { type Command, interruptedCode } from '../../experiment/command.ts';
import { explainCall } from '../../experiment/terminal/explain-call.ts';
import { type Host, systemHost } from '../../experiment/terminal/host.ts';
import { flag, readOptions, wholeNumber } from '../../experiment/terminal/read-options.ts';
import { refuse } from '../../experiment/terminal/refuse.ts';
import { sha256 } from '../functions/service.ts';
import { bugs } from '../planted/bugs.ts';
import { exitCodeOf } from './exit-codes.ts';
import { plantedTable } from './planted-table.ts';
import { replaySeed } from './replay-seed.ts';
import { runSeeds } from './run-seeds.ts';
import { seedProgress } from './seed-progress.ts';
import { tellFailure } from './tell-failure.ts';
import type { SeedResult } from './thread-messages.ts';

const usage = `usage: npm run sim -- faults [options]
  --seeds N      simulated worlds to run, one a seed (200)
  --from S       the first seed (1)
  --seed S       this seed alone
  --replay       with --seed: everything that happened, a line each
  --bug NAME     with a planted bug
  --planted      every planted bug, with the checker and the seeds that find it
  --workers W    threads; changes the time, never the result (every core)
exits 0, 1 where a planted bug is not found, 2 for a wrong call, 3 for a crash, 4 for broken safety, 5 for broken liveness`;

const seedMax = 2 ** 31;
const options = {
  seeds: wholeNumber(1, 10_000_000).default(200),
  from: wholeNumber(0, seedMax).default(1),
  seed: wholeNumber(0, seedMax).optional(),
  replay: flag,
  bug: z.enum(bugs.map(({ name }) => name) as [string, ...string[]]).optional(),
  planted: flag,
  workers: wholeNumber(1, 256).default(() => availableParallelism()),
} as const;

/** Seeds a thread runs before it asks for more. */
const chunk = 10;

/** Runs the service in simulated worlds that fail, and holds every promise; stops at the first that is broken. */
export async function runFaults(args: readonly string[], host: Host): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'no names', min: 0, max: 0 }, options });
  if (!read.ok) return explainCall(host, read.error, usage);
  const { seed, seeds, from, replay, bug, planted, workers } = read.value.options;
  if (replay && seed === undefined) return refuse(host, ['--replay: needs --seed', usage]);
  if (planted) return (await plantedTable(host, from, workers)) ? 0 : 1;
  if (replay) return replaySeed(host, seed!, bug);
  const [first, count] = seed === undefined ? [from, seeds] : [seed, 1];
  const { failed, run } = await runAll(host, { first, count, workers: Math.min(workers, count), bug });
  if (failed === undefined && host.interrupted.aborted) {
    host.error(`interrupted: ${run} of ${count} seeds are run`);
    return interruptedCode;
  }
  if (failed === undefined) return 0;
  await tellFailure(host, failed, bug);
  return exitCodeOf(failed.violations[0]);
}

interface Asked {
  readonly first: number;
  readonly count: number;
  readonly workers: number;
  readonly bug: string | undefined;
}

async function runAll(host: Host, { first, count, workers, bug }: Asked) {
  const progress = seedProgress(host, count);
  const failures: SeedResult[] = [];
  const digests = new Map<number, string>();
  let [next, run, requests, faults] = [first, 0, 0, 0];
  const plan = {
    next: () => {
      if (failures.length > 0 || next >= first + count) return undefined;
      const size = Math.min(chunk, first + count - next);
      const seeds = Array.from({ length: size }, (_, n) => next + n);
      next += size;
      return { seeds, ...(bug === undefined ? {} : { bug }) };
    },
    done: (_: unknown, results: readonly SeedResult[]) => {
      for (const result of results) {
        if (result.violations.length > 0) failures.push(result);
        digests.set(result.seed, result.digest);
        requests += result.requests;
        faults += result.faults;
      }
      run += results.length;
      progress.done(results.length);
    },
  };
  await runSeeds(plan, workers, host.interrupted);
  const rate = progress.stop();
  const failed = failures.toSorted((a, b) => a.seed - b.seed)[0];
  host.out(
    `${run} seeds from ${first}: ${requests} requests, ${faults} faults, ${failed === undefined ? 'no promise broken' : 'a promise broken'}, digest ${digestOf(digests)}, ${rate.toFixed(1)} seeds/s on ${workers} threads`,
  );
  return { failed, run };
}

/** One digest of many worlds, whichever thread ran which: the same seeds under the same code have the same. */
const digestOf = (digests: ReadonlyMap<number, string>): string =>
  sha256(JSON.stringify([...digests].sort(([a], [b]) => a - b))).slice(0, 16);

export const faultsCommand: Command = { run: (args) => runFaults(args, systemHost()) };
