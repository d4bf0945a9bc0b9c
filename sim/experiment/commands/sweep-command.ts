import * as z from 'zod';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import { type MeasureName, measureNames } from '../../city/measures.ts';
import type { RunResult } from '../../city/run-result.ts';
import { renderPage } from '../../report/render-page.ts';
import type { SweepReport } from '../../report/report-input.ts';
import { type Command, interruptedCode } from '../command.ts';
import { sweepCsv } from '../files/csv-files.ts';
import { writeFiles } from '../files/write-files.ts';
import { changeVariant, findParameter } from '../parameters/change-variant.ts';
import { axisValue, type Vary, varyOption } from '../parameters/vary-option.ts';
import { runReplications } from '../replications/run-replications.ts';
import { chooseVariant } from '../setup/choose-variant.ts';
import type { Variant } from '../setup/variant.ts';
import { cityNames } from '../summary/city-names.ts';
import { figureOf } from '../summary/figure-of.ts';
import { measureFigures, measureText } from '../summary/measure-figures.ts';
import { assumptionLines, subjectOf } from '../summary/run-report.ts';
import { explainCall } from '../terminal/explain-call.ts';
import { systemHost } from '../terminal/host.ts';
import type { Lab } from '../terminal/lab.ts';
import { halfWidthText, numberText, signedText } from '../terminal/number-text.ts';
import { openProgress } from '../terminal/progress.ts';
import { readOptions } from '../terminal/read-options.ts';
import { refuse } from '../terminal/refuse.ts';
import { replayCommand } from '../terminal/replay-command.ts';
import { sharedOptions, sharedUsage } from '../terminal/shared-options.ts';
import { tableText } from '../terminal/table-text.ts';

const usage = `usage: npm run sim -- sweep SCENARIO --vary PATH=FROM..TO/STEP [options]
  --vary PATH=...     a number, length of time or word of the pack or the scenario: a range, or a list A,B,C;
                      pack.PATH or scenario.PATH where both have it
  --measure M         the measure in the table (onTimeShare); files have every measure
${sharedUsage}`;

const options = {
  ...sharedOptions,
  vary: z.string('expected PATH=FROM..TO/STEP or PATH=A,B,C').min(1),
  measure: z.enum(measureNames as [MeasureName, ...MeasureName[]]).default('onTimeShare'),
} as const;

/** Runs a scenario with one parameter at several values, all on the same luck. */
export async function sweepParameter(args: readonly string[], lab: Lab): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'one SCENARIO', min: 1, max: 1 }, options });
  if (!read.ok) return explainCall(lab, read.error, usage);
  const asked = read.value.options;
  const { pack, seed, days, 'warm-up': warmUpDays } = asked;
  const base = chooseVariant({ scenario: read.value.names[0]!, pack, seed, days, warmUpDays });
  if (!base.ok) return refuse(lab, base.error);
  const vary = varyOption(asked.vary);
  if (!vary.ok) return refuse(lab, [`--vary ${vary.error}`]);
  const points = pointsOf(base.value, vary.value);
  if (!points.ok) return refuse(lab, points.error);
  const { byVariant, isInterrupted, replications } = await runReplications<RunResult>({
    variants: points.value,
    replications: asked.replications,
    keep: (result) => ({ ...result, daily: [], units: [], boards: [] }),
    workers: asked.workers,
    model: lab.model,
    interrupted: lab.interrupted,
    progress: openProgress(lab),
  });
  if (isInterrupted)
    lab.error(
      `interrupted: ${replications.length} of ${asked.replications} replications of every value are kept`,
    );
  if (replications.length === 0) return interruptedCode;
  const names = cityNames(base.value.sources);
  const subject = subjectOf({ variant: base.value, results: byVariant[0]! }, names);
  const titleIn = (lang: 'zh' | 'en') =>
    `${subject.scenarioTitle[lang]}: ${subject.pack}, ${vary.value.name}`;
  const report: SweepReport = {
    kind: 'sweep',
    title: { zh: titleIn('zh'), en: titleIn('en') },
    command: replayCommand('sweep', args),
    subject,
    parameter: vary.value.name,
    points: vary.value.values.map((value, i) => ({
      value: axisValue(value, i),
      measures: measureFigures(byVariant[i]!),
    })),
    assumptions: assumptionLines({ variant: base.value }),
  };
  lab.out(report.title[asked.lang]);
  for (const line of sweepTable(vary.value, byVariant, asked.measure)) lab.out(line);
  if (asked.out !== undefined) {
    const written = writeFiles(asked.out, [
      { name: 'result.json', text: `${JSON.stringify(report, null, 1)}\n` },
      ...sweepCsv(report),
      { name: 'page.html', text: renderPage(report, asked.lang) },
    ]);
    lab.out(`written: ${written.join(', ')}`);
  }
  return isInterrupted ? interruptedCode : 0;
}

function pointsOf(base: Variant, { name, values }: Vary): Result<readonly Variant[], readonly string[]> {
  const parameter = findParameter(base, name);
  if (!parameter.ok) return err([`--vary: ${parameter.error}`]);
  const points: Variant[] = [];
  for (const value of values) {
    const changed = changeVariant(base, parameter.value, value);
    if (!changed.ok) return err([`--vary ${name}=${value}:`, ...changed.error]);
    points.push(changed.value);
  }
  return ok(points);
}

/** Each value with its figure, and the paired difference to the first value. */
function sweepTable(
  { name, values }: Vary,
  byVariant: readonly (readonly RunResult[])[],
  measure: MeasureName,
): string[] {
  const { title, unit } = measureText(measure);
  const of = (results: readonly RunResult[]) => results.map(({ measures }) => measures[measure]);
  const first = of(byVariant[0]!);
  const number = (text: string) => ({ title: text, isNumber: true });
  return tableText(
    [number(name), number(title.en), number('95 %'), number('less the first'), number('95 %')],
    values.map((value, i) => {
      const samples = of(byVariant[i]!);
      const figure = figureOf(samples);
      const difference = figureOf(samples.map((sample, replication) => sample - first[replication]!));
      return [
        String(value),
        numberText(figure?.mean, unit),
        figure === undefined ? '-' : halfWidthText(figure, unit),
        difference === undefined || i === 0 ? '' : signedText(difference.mean, unit),
        difference === undefined || i === 0 ? '' : halfWidthText(difference, unit),
      ];
    }),
  );
}

export const sweepCommand: Command = {
  run: (args) => sweepParameter(args, systemHost()),
};
