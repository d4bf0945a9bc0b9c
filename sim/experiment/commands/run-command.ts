import * as z from 'zod';
import type { RunResult } from '../../city/run-result.ts';
import { type Command, interruptedCode } from '../command.ts';
import { runReplications } from '../replications/run-replications.ts';
import { chooseVariant } from '../setup/choose-variant.ts';
import type { Variant } from '../setup/variant.ts';
import { digestOfRuns } from '../summary/digest-of-runs.ts';
import { publishedLines } from '../summary/published-lines.ts';
import { runReport } from '../summary/run-report.ts';
import { runTables } from '../summary/run-tables.ts';
import { explainCall } from '../terminal/explain-call.ts';
import { systemHost } from '../terminal/host.ts';
import type { Lab } from '../terminal/lab.ts';
import { openProgress } from '../terminal/progress.ts';
import { readOptions, wholeNumber } from '../terminal/read-options.ts';
import { refuse } from '../terminal/refuse.ts';
import { replayCommand } from '../terminal/replay-command.ts';
import { sharedOptions, sharedUsage } from '../terminal/shared-options.ts';
import type { TicketLives } from '../trace/ticket-timelines.ts';
import { untilOption } from './until-option.ts';

const usage = `usage: npm run sim -- run SCENARIO [options]
${sharedUsage}
  --until-halfwidth MEASURE=X  more replications until the 95 % half-width of MEASURE is X, --replications-max at most
  --replications-max N         (200)
  --tickets 1,5                tickets of the first replication whose lives are on the page`;

const options = {
  ...sharedOptions,
  'until-halfwidth': z.string().optional(),
  'replications-max': wholeNumber(2, 10_000).default(200),
  tickets: z
    .string()
    .regex(/^[1-9]\d{0,8}(,[1-9]\d{0,8}){0,19}$/, 'expected up to 20 numbers of tickets, such as 1,5')
    .transform((text) => text.split(',').map(Number))
    .default([]),
} as const;

/** Runs one scenario under one pack and shows it. */
export async function runScenario(args: readonly string[], lab: Lab): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'one SCENARIO', min: 1, max: 1 }, options });
  if (!read.ok) return explainCall(lab, read.error, usage);
  const asked = read.value.options;
  const untilText = asked['until-halfwidth'];
  const until = untilText === undefined ? undefined : untilOption(untilText);
  if (until?.ok === false) return refuse(lab, [`--until-halfwidth: ${until.error}`]);
  const chosen = chooseVariant({
    scenario: read.value.names[0]!,
    pack: asked.pack,
    seed: asked.seed,
    days: asked.days,
    warmUpDays: asked['warm-up'],
  });
  if (!chosen.ok) return refuse(lab, chosen.error);
  const variant = chosen.value;
  const most = until === undefined ? asked.replications : asked['replications-max'];
  const { byVariant, isInterrupted, isPrecise, replications } = await runReplications<RunResult>({
    variants: [variant],
    replications: most,
    ...(until === undefined
      ? {}
      : {
          until: {
            precision: {
              halfWidth: until.value.halfWidth,
              replicationsMin: asked.replications,
              replicationsMax: most,
            },
            figure: ({ measures }: RunResult) => measures[until.value.measure],
          },
        }),
    keep: (result) => result,
    workers: asked.workers,
    model: lab.model,
    interrupted: lab.interrupted,
    progress: openProgress(lab),
  });
  const results = byVariant[0]!;
  if (isInterrupted)
    lab.error(`interrupted: ${results.length} of ${most} replications are finished and kept`);
  if (results.length === 0) return interruptedCode;
  const lives = isInterrupted || asked.tickets.length === 0 ? noLives : await livesOf(variant, asked.tickets);
  const report = runReport({
    variant,
    results,
    command: replayCommand('run', args),
    tickets: lives.timelines,
  });
  for (const line of runTables(report, asked.lang)) lab.out(line);
  for (const line of publishedLines(report.published, asked.lang)) lab.out(line);
  lab.out(`digest ${digestOfRuns(results)} of replications ${replicationsText(replications)}`);
  if (isPrecise === false) lab.error(`${untilText} is not reached in ${results.length} replications`);
  if (asked.out !== undefined) {
    const { writeRun } = await import('../files/write-run.ts');
    lab.out(`written: ${writeRun(asked.out, report, results, asked.lang).join(', ')}`);
  }
  // Told at the end, beside what was run: how many tickets a run has is known only then.
  for (const number of lives.missing) lab.error(`--tickets: there is no ticket ${number}: the run has fewer`);
  if (isInterrupted) return interruptedCode;
  return lives.missing.length === 0 ? 0 : 1;
}

const noLives: TicketLives = { timelines: [], missing: [] };

/** Loaded where it is asked for, as what writes a page is: both take longer to load than the rest of the command. */
const livesOf = async (variant: Variant, tickets: readonly number[]) =>
  (await import('../trace/ticket-timelines.ts')).ticketTimelines(variant, tickets);

/** `0-4`, or `0, 1, 3` where one is missing. */
const replicationsText = (replications: readonly number[]): string => {
  const last = replications.at(-1)!;
  return last === replications.length - 1 ? `0-${last}` : replications.join(', ');
};

export const runCommand: Command = {
  run: (args) => runScenario(args, systemHost()),
};
