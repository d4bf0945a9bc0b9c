import * as z from 'zod';
import { traceTicket } from '../../city/trace.ts';
import type { Command } from '../command.ts';
import { chooseVariant } from '../setup/choose-variant.ts';
import { compileVariant } from '../setup/variant.ts';
import { cityNames } from '../summary/city-names.ts';
import { titleOf } from '../summary/titles.ts';
import { explainCall } from '../terminal/explain-call.ts';
import { type Host, systemHost } from '../terminal/host.ts';
import { readOptions, wholeNumber } from '../terminal/read-options.ts';
import { refuse } from '../terminal/refuse.ts';
import { sharedOptions } from '../terminal/shared-options.ts';
import { tableText } from '../terminal/table-text.ts';
import { ticketTimeline } from '../trace/ticket-timeline.ts';
import { writeEvents } from '../trace/write-events.ts';

const usage = `usage: npm run sim -- trace SCENARIO (--ticket N | --events FILE) [options]
  --ticket N          the life of one ticket, by its number in the run (from 1)
  --events FILE       every history entry of the run, as CSV; in order for each ticket: sort by "at" for the city's
  --replication R     of which replication (0)
  --pack P --seed S --days D --warm-up D --lang zh|en  as for run`;

const options = {
  ticket: wholeNumber(1, 2 ** 31).optional(),
  events: z.string().min(1).optional(),
  replication: wholeNumber(0, 10_000).default(0),
  pack: sharedOptions.pack,
  seed: sharedOptions.seed,
  days: sharedOptions.days,
  'warm-up': sharedOptions['warm-up'],
  lang: sharedOptions.lang,
} as const;

/** Runs one replication again for the life of a ticket, or for all that happened. */
export function traceScenario(args: readonly string[], host: Host): number {
  const read = readOptions(args, { positionals: { names: 'one SCENARIO', min: 1, max: 1 }, options });
  if (!read.ok) return explainCall(host, read.error, usage);
  const { names, options: asked } = read.value;
  const { ticket, events, replication, pack, seed, days, lang, 'warm-up': warmUpDays } = asked;
  if ((ticket === undefined) === (events === undefined))
    return refuse(host, ['name --ticket N or --events FILE', usage]);
  const variant = chooseVariant({ scenario: names[0]!, pack, seed, days, warmUpDays });
  if (!variant.ok) return refuse(host, variant.error);
  const compiled = compileVariant(variant.value);
  if (!compiled.ok) return refuse(host, compiled.error);
  const setup = { ...compiled.value, replication };
  if (events !== undefined) {
    const { rows, result } = writeEvents(setup, events);
    host.out(`${rows} history entries written to ${events}; digest ${result.digest}`);
    return 0;
  }
  const traced = traceTicket(setup, ticket!);
  if (traced === undefined) {
    host.error(`there is no ticket ${ticket}: the run has fewer`);
    return 1;
  }
  const timeline = ticketTimeline(traced, setup.rules, cityNames(variant.value.sources));
  host.out(
    `ticket ${ticket}: ${titleOf(timeline.tier)[lang]}, item ${timeline.item ?? '-'}, lead ${timeline.unit ?? '-'}`,
  );
  const titles = lang === 'zh' ? ['时间', '谁', '发生'] : ['at', 'by', 'what'];
  const rows = timeline.steps.map(({ at, by, what }) => [at, by ?? '', what[lang]]);
  for (const line of tableText(
    titles.map((title) => ({ title })),
    rows,
  ))
    host.out(line);
  const refused = traced.commands.filter(({ refusal }) => refusal !== undefined);
  for (const { command, refusal } of refused) host.out(`refused: ${command.type}, ${refusal!.code}`);
  return 0;
}

export const traceCommand: Command = { run: (args) => traceScenario(args, systemHost()) };
