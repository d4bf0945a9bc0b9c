import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { inOneScope } from '../../program/in-one-scope.ts';
import { runJson } from '../engine/run-json.ts';
import { startStopwatch } from '../stopwatch.ts';
import { UsageError } from '../usage-error.ts';

const cityRun = z.object({
  scenario: z.string(),
  pack: z.string(),
  days: z.number(),
  contacts: z.number(),
  tickets: z.number(),
  whistles: z.number(),
  boards: z.number(),
  decisions: z.number(),
  events: z.number(),
  seconds: z.number(),
  cpuSeconds: z.number(),
  peakMib: z.number(),
  digest: z.string(),
});

/**
 * The city through the core's own rules, each run in a process of its own and in one scope as `npm run sim` has it: one day
 * with the start of Node, twice and four times the requests, twice and four times the days, and (`--year`) a whole year
 * under two packs. Contacts and tickets are those after the warm-up; decisions, events and times are those of the whole run.
 */
export async function benchCity(args: readonly string[]): Promise<void> {
  const { year } = parse(args);
  const program = fileURLToPath(await inOneScope(new URL('city-run.ts', import.meta.url)));
  const run = (name: string, asked: Asked) => measure(program, name, asked);
  const whole = startStopwatch();
  run('a day', { scenario: 'beijing-day', days: 1, scale: 1, warmUpDays: 0 });
  console.log(`a day with the start of Node: ${whole().toFixed(2)} s`);
  run('a day after three weeks', { scenario: 'beijing-day', scale: 1 });
  for (const scale of [1, 2, 4])
    run(`requests ${scale}x`, { scenario: 'beijing-year', days: 81, scale: scale / 4 });
  for (const days of [1, 2, 4]) {
    run(`days ${days}x`, { scenario: 'beijing-year', days: 60 * days, scale: 1 / 4, warmUpDays: 0 });
  }
  if (!year) return;
  for (const pack of ['beijing-2019', 'beijing-2023']) {
    run('a year', { scenario: 'beijing-year', pack, scale: 1 });
  }
}

interface Asked {
  readonly scenario: string;
  readonly pack?: string;
  readonly days?: number;
  /** Of the scenario's contacts. */
  readonly scale: number;
  readonly warmUpDays?: number;
}

function measure(
  program: string,
  name: string,
  { scenario, pack = '-', days, scale, warmUpDays }: Asked,
): void {
  const asked = [program, scenario, pack, `${days ?? '-'}`, `${scale}`, `${warmUpDays ?? '-'}`];
  const one = cityRun.parse(runJson(process.execPath, asked));
  const count = (value: number) => value.toLocaleString('en-US');
  console.log(
    `${name} (${one.pack}, ${one.days} days): ${count(one.contacts)} contacts, ${count(one.tickets)} tickets, ` +
      `${count(one.whistles)} whistles, ${one.boards} boards, ${count(one.decisions)} decisions, ` +
      `${count(one.events)} events; ${one.seconds.toFixed(2)} s, CPU ${one.cpuSeconds.toFixed(2)} s, ` +
      `${(one.events / one.cpuSeconds / 1e6).toFixed(2)} M events/s, peak ${one.peakMib.toFixed(0)} MiB, ` +
      `digest ${one.digest}`,
  );
}

function parse(args: readonly string[]): { readonly year: boolean } {
  try {
    const { values } = parseArgs({ args: [...args], options: { year: { type: 'boolean' } } });
    return { year: values.year ?? false };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${reason}\nusage: npm run bench -- city [--year]`);
  }
}
