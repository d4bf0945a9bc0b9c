import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { inOneScope } from '../../program/in-one-scope.ts';
import type { Bench } from '../benches.ts';
import { UsageError } from '../usage-error.ts';
import { type HotlineMeasures, hotlineTheory } from './hotline-theory.ts';
import { installSimpy } from './install-simpy.ts';
import { runJson } from './run-json.ts';
import { runSimpy } from './simpy-run.ts';

const estimateOf = z.object({
  n: z.number(),
  mean: z.number(),
  standardError: z.number(),
  halfWidth95: z.number(),
});
const engineRun = z.object({
  requests: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  events: z.number(),
  peakMib: z.number(),
  digest: z.string(),
  /** Allocated by a further run a tenth as long, once the code is compiled. */
  bytesPerEvent: z.number(),
  estimates: z.object({
    wait: estimateOf,
    warned: estimateOf,
    late: estimateOf,
    resolved: estimateOf,
    satisfied: estimateOf,
  }),
});
type EngineRun = z.infer<typeof engineRun>;

/**
 * Speed, memory and truth of the engine on hotline-B in one scope, as `npm run sim` has it: 1 and 10 million requests, or
 * `--requests N`; beside SimPy.
 */
export const engineBench: Bench = async (args) => {
  const { sizes, seed, simpyRequests } = parse(args);
  console.log(`hotline-B, seed ${seed}, Node ${process.version}, one core of ${availableParallelism()}`);
  const program = fileURLToPath(await inOneScope(new URL('engine-run.ts', import.meta.url)));
  const runs = sizes.map((requests) => {
    const run = engineRun.parse(runJson(process.execPath, [program, String(requests), String(seed)]));
    printSpeed('engine', run);
    console.log(`  allocates ${run.bytesPerEvent.toFixed(2)} bytes an event, once it is compiled`);
    return run;
  });
  const last = runs.at(-1)!;
  printTheory(last);
  const python = installSimpy();
  if (!python.ok) {
    console.log(`SimPy: skipped, because ${python.error}`);
    return;
  }
  const simpy = runSimpy(python.value, simpyRequests, seed);
  printSpeed(`SimPy ${simpy.version}`, simpy);
  const ratio = last.events / last.cpuSeconds / (simpy.events / simpy.cpuSeconds);
  console.log(`the engine handles ${ratio.toFixed(0)} times as many events a CPU second as SimPy`);
};

function parse(args: readonly string[]): { sizes: readonly number[]; seed: number; simpyRequests: number } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        requests: { type: 'string' },
        seed: { type: 'string' },
        'simpy-requests': { type: 'string' },
      },
    });
    return {
      sizes:
        values.requests === undefined ? [1e6, 1e7] : [wholeNumber('--requests', values.requests, 10_000)],
      seed: wholeNumber('--seed', values.seed ?? '1', 0),
      simpyRequests: wholeNumber('--simpy-requests', values['simpy-requests'] ?? '20000', 1_000),
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `${reason}\nusage: npm run bench -- engine [--requests N] [--seed S] [--simpy-requests N]`,
    );
  }
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= least && value <= 5e8) return value;
  throw new UsageError(`${option} is '${text}': it must be a whole number from ${least} to 500000000`);
}

type Speed = Pick<EngineRun, 'requests' | 'seconds' | 'cpuSeconds' | 'events' | 'peakMib'>;

function printSpeed(name: string, run: Speed): void {
  const cells = [
    `${run.requests.toLocaleString('en-US')} requests`,
    `${run.seconds.toFixed(2)} s`,
    `${millions(run.events / run.seconds)} M events/s`,
    `CPU ${run.cpuSeconds.toFixed(2)} s`,
    `${millions(run.events / run.cpuSeconds)} M events/s`,
    `peak ${run.peakMib.toFixed(0)} MiB`,
  ];
  console.log(`${name.padEnd(12)}${cells.map((cell) => cell.padStart(20)).join('')}`);
}

const millions = (rate: number): string => (rate / 1e6).toFixed(rate < 1e6 ? 3 : 1);

/** Deviations beyond 3.3 standard errors are marked: of honest runs one in a thousand measures shows that. */
function printTheory(run: EngineRun): void {
  const theory = hotlineTheory();
  console.log(`against theory, ${run.requests.toLocaleString('en-US')} requests, digest ${run.digest}`);
  for (const name of Object.keys(theory) as (keyof HotlineMeasures)[]) {
    const { mean, halfWidth95, standardError } = run.estimates[name];
    const deviation = (mean - theory[name]) / standardError;
    const verdict = Math.abs(deviation) > 3.3 ? 'DIFFERS' : 'agrees';
    const measured = `${mean.toFixed(6)} +- ${halfWidth95.toFixed(6)}`;
    console.log(
      `  ${name.padEnd(10)} ${measured}  theory ${theory[name].toFixed(6)}  ${deviation.toFixed(1)} s.e.  ${verdict}`,
    );
  }
}
