import * as z from 'zod';
import { type MeasureName, measureNames } from '../../city/measures.ts';
import type { RunResult } from '../../city/run-result.ts';
import type { ComparisonReport, MovedAssumption } from '../../report/comparison-report.ts';
import { renderPage } from '../../report/render-page.ts';
import { type Command, interruptedCode } from '../command.ts';
import { askedAssumptions } from '../compare/asked-assumptions.ts';
import { comparisonReportOf } from '../compare/comparison-report-of.ts';
import { comparisonTables } from '../compare/comparison-tables.ts';
import { gamingProfit, honest } from '../compare/gaming-profit.ts';
import {
  type MoveRun,
  movableKeys,
  plannedMoves,
  runMoves,
  type Sides,
} from '../compare/move-assumptions.ts';
import { comparisonCsv } from '../files/csv-files.ts';
import { writeFiles } from '../files/write-files.ts';
import { runReplications } from '../replications/run-replications.ts';
import { chooseSide } from '../setup/choose-variant.ts';
import { digestOfRuns } from '../summary/digest-of-runs.ts';
import { explainCall } from '../terminal/explain-call.ts';
import { systemHost } from '../terminal/host.ts';
import type { Lab } from '../terminal/lab.ts';
import { openProgress } from '../terminal/progress.ts';
import { readOptions } from '../terminal/read-options.ts';
import { refuse } from '../terminal/refuse.ts';
import { replayCommand } from '../terminal/replay-command.ts';
import { sharedOptions, sharedUsage } from '../terminal/shared-options.ts';

const usage = `usage: npm run sim -- compare A B [options]
  A and B are packs on one --scenario, or SCENARIO+PACK each
  --scenario S        the scenario of both
  --measure M         the measure that the verdict is about (onTimeShare)
  --assumptions X     all, none, pack, scenario, or a path and all below it (scenario.early): moved by 20 % each way, one at a time (none)
${sharedUsage.split('\n').slice(1).join('\n')}`;

const { pack: _, ...others } = sharedOptions;
const options = {
  ...others,
  scenario: z.string().min(1).optional(),
  measure: z.enum(measureNames as [MeasureName, ...MeasureName[]]).default('onTimeShare'),
  assumptions: z.string().min(1).default('none'),
} as const;

/** Compares two packs, or two scenarios with their packs, on the same luck. */
export async function comparePacks(args: readonly string[], lab: Lab): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'two packs, A B', min: 2, max: 2 }, options });
  if (!read.ok) return explainCall(lab, read.error, usage);
  const { names, options: asked } = read.value;
  const { scenario, seed, days, 'warm-up': warmUpDays } = asked;
  const common = { scenario, seed, days, warmUpDays };
  const [a, b] = [chooseSide(names[0]!, common), chooseSide(names[1]!, common)];
  if (!a.ok) return refuse(lab, a.error);
  if (!b.ok) return refuse(lab, b.error);
  const sides: Sides = { a: a.value, b: b.value };
  const keys = askedAssumptions(sides, asked.assumptions);
  if (!keys.ok) return refuse(lab, [keys.error]);
  const isGamed = [sides.a, sides.b].some(({ scenario }) => scenario.units.gaming.length > 0);
  const twins = isGamed
    ? [sides.a, sides.b].map((side) => ({ ...side, scenario: honest(side.scenario) }))
    : [];
  const pool = {
    replications: asked.replications,
    workers: asked.workers,
    model: lab.model,
    interrupted: lab.interrupted,
  };
  const ran = await runReplications<RunResult>({
    ...pool,
    variants: [sides.a, sides.b, ...twins],
    keep: (result) => result,
    progress: openProgress(lab),
  });
  const [runsA, runsB, honestA, honestB] = ran.byVariant;
  const runs = { a: runsA!, b: runsB! };
  if (ran.isInterrupted) {
    lab.error(
      `interrupted: ${runs.a.length} of ${asked.replications} pairs of replications are finished and kept`,
    );
  }
  if (runs.a.length === 0) return interruptedCode;
  const gaming =
    honestA === undefined || honestB === undefined
      ? []
      : gamingProfit(sides.a.scenario, {
          a: { gamed: runs.a, honest: honestA },
          b: { gamed: runs.b, honest: honestB },
        });
  const plain = comparisonReportOf({
    sides,
    runs,
    verdict: asked.measure,
    gaming,
    moved: [],
    command: replayCommand('compare', args),
  });
  const moved = ran.isInterrupted
    ? []
    : await moveAll(sides, keys.value, { measure: asked.measure, report: plain, pool, lab });
  const report = { ...plain, moved };
  for (const line of comparisonTables(report, asked.lang)) lab.out(line);
  if (asked.assumptions === 'none') {
    const runs = (count: number) => 4 * count * asked.replications;
    const [pack, scenario] = [movableKeys(sides, 'pack').length, movableKeys(sides, 'scenario').length];
    lab.error(
      `assumptions were not moved: --assumptions all runs ${runs(pack + scenario)} replications more, --assumptions pack ${runs(pack)}`,
    );
  }
  lab.out(`digests ${digestOfRuns(runs.a)} and ${digestOfRuns(runs.b)}`);
  if (asked.out !== undefined) {
    const written = writeFiles(asked.out, [
      { name: 'result.json', text: `${JSON.stringify(report, null, 1)}\n` },
      ...comparisonCsv(report),
      { name: 'page.html', text: renderPage(report, asked.lang) },
    ]);
    lab.out(`written: ${written.join(', ')}`);
  }
  return lab.interrupted.aborted ? interruptedCode : 0;
}

type MoveContext = {
  readonly measure: MeasureName;
  readonly report: ComparisonReport;
  readonly pool: Omit<MoveRun, 'measure' | 'base' | 'progress'>;
  readonly lab: Lab;
};

async function moveAll(
  sides: Sides,
  keys: readonly string[],
  { measure, report, pool, lab }: MoveContext,
): Promise<MovedAssumption[]> {
  const base = report.measures.find(({ name }) => name === measure)?.difference;
  if (keys.length === 0 || base === undefined) return [];
  const { moves, refused } = plannedMoves(sides, keys);
  for (const line of refused) lab.error(`not moved: ${line}`);
  lab.error(`moving ${keys.length} assumptions: ${2 * moves.length * pool.replications} replications`);
  return runMoves(moves, { ...pool, measure, base, progress: openProgress(lab) });
}

export const compareCommand: Command = {
  run: (args) => comparePacks(args, systemHost()),
};
