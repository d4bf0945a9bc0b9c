import * as z from 'zod';
import { type Command, interruptedCode } from '../experiment/command.ts';
import { explainCall } from '../experiment/terminal/explain-call.ts';
import { type Host, systemHost } from '../experiment/terminal/host.ts';
import { readOptions, wholeNumber } from '../experiment/terminal/read-options.ts';
import { refuse } from '../experiment/terminal/refuse.ts';
import { first } from './first.ts';
import { loadCity } from './load-city.ts';
import { syntheticRequests } from './synthetic-requests.ts';
import { requestFormats, writeRequests } from './write-requests.ts';

const requestsMax = 10_000_000;

const usage = `usage: npm run sim -- load SCENARIO --out FILE [options]
  --out FILE            where to write
  --requests N          how many requests, the first of the scenario (1000)
  --format csv|jsonl    rows for a spreadsheet, or bodies as POST /tickets takes them (jsonl)
  --seed S              names the luck; equal seeds give equal requests (1)`;

const options = {
  out: z.string('expected the path of a file').min(1, 'expected the path of a file'),
  requests: wholeNumber(1, requestsMax).default(1_000),
  format: z.enum(requestFormats).default('jsonl'),
  seed: wholeNumber(0, 2 ** 31).default(1),
} as const;

/** Writes the synthetic requests of a scenario to a file; interrupted, as many as there was time for. */
export async function writeLoad(args: readonly string[], host: Host): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'one SCENARIO', min: 1, max: 1 }, options });
  if (!read.ok) return explainCall(host, read.error, usage);
  const { out, requests, format, seed } = read.value.options;
  const city = loadCity({ scenario: read.value.names[0]!, seed, days: undefined });
  if (!city.ok) return refuse(host, city.error);
  const { utcOffsetMs } = city.value.setup.rules;
  const { interrupted } = host;
  try {
    const wanted = unless(interrupted, first(syntheticRequests(city.value), requests));
    const count = await writeRequests(wanted, { path: out, format, utcOffsetMs });
    host.out(`${count} requests written to ${out}`);
    if (interrupted.aborted) return interruptedCode;
    if (count < requests) host.error(`the scenario has no more than ${count} requests`);
    return 0;
  } catch (cause) {
    host.error(`${out}: ${cause instanceof Error ? cause.message : String(cause)}`);
    return 1;
  }
}

/** The values until the signal fires: what is written is whole. */
function* unless<Value>(aborted: AbortSignal, values: Iterable<Value>): Generator<Value> {
  for (const value of values) {
    if (aborted.aborted) return;
    yield value;
  }
}

export const loadCommand: Command = {
  run: (args) => writeLoad(args, systemHost()),
};
