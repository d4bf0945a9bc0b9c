import * as z from 'zod';
import { problemLine, shapeProblems } from '../../../functions/core/directory/data-problem.ts';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { RunResult } from '../../city/run-result.ts';
import { readJson } from '../../city-data/read-json.ts';
import { type Command, interruptedCode } from '../command.ts';
import { type Expectations, expectationsFile } from '../gate/expectations-schema.ts';
import { type Judgement, judge } from '../gate/judge.ts';
import { runReplications } from '../replications/run-replications.ts';
import { chooseVariant } from '../setup/choose-variant.ts';
import { measureText } from '../summary/measure-figures.ts';
import { explainCall } from '../terminal/explain-call.ts';
import { systemHost } from '../terminal/host.ts';
import type { Lab } from '../terminal/lab.ts';
import { halfWidthText, numberText, signedText } from '../terminal/number-text.ts';
import { openProgress } from '../terminal/progress.ts';
import { readOptions } from '../terminal/read-options.ts';
import { refuse } from '../terminal/refuse.ts';
import { sharedOptions } from '../terminal/shared-options.ts';

const usage = `usage: npm run sim -- gate CANDIDATE --expect FILE [options]
  CANDIDATE         a policy pack: a shipped one, or a file that ends in .json
  --expect FILE     scenario, baseline, replications and what is expected of which measure (JSON)
  --workers W       threads; changes the time, never the result (every core)
exits 0 if every expectation is met, 1 if not, 2 if it cannot be run as asked`;

const options = {
  expect: z.string('expected a file of expectations (JSON)').min(1),
  workers: sharedOptions.workers,
} as const;

/** Judges a candidate pack by a file of expectations: a step of a deployment pipeline. */
export async function gatePack(args: readonly string[], lab: Lab): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'one CANDIDATE', min: 1, max: 1 }, options });
  if (!read.ok) return explainCall(lab, read.error, usage);
  const { names, options: asked } = read.value;
  const file = readExpectations(asked.expect);
  if (!file.ok) return refuse(lab, file.error);
  const { scenario, baseline, seed, replications, days, expectations } = file.value;
  const packs = [names[0]!, ...(baseline === undefined ? [] : [baseline])];
  const variants = packs.map((pack) => chooseVariant({ scenario, pack, seed, days }));
  for (const variant of variants) if (!variant.ok) return refuse(lab, variant.error);
  const ran = await runReplications<Pick<RunResult, 'measures'>>({
    variants: variants.flatMap((variant) => (variant.ok ? [variant.value] : [])),
    replications,
    keep: ({ measures }) => ({ measures }),
    workers: asked.workers,
    model: lab.model,
    interrupted: lab.interrupted,
    progress: openProgress(lab),
  });
  if (ran.isInterrupted) {
    lab.error('interrupted: nothing is judged, for fewer replications are another experiment');
    return interruptedCode;
  }
  const runs = { candidate: ran.byVariant[0]!, baseline: ran.byVariant[1] };
  const judgements = expectations.map((expectation) => judge(expectation, runs));
  for (const judgement of judgements) lab.out(judgementLine(judgement, baseline));
  const failed = judgements.filter(({ isMet }) => !isMet).length;
  lab.out(
    `${names[0]} in ${scenario}, ${replications} replications, seed ${seed}: ${judgements.length - failed} of ${judgements.length} expectations met`,
  );
  return failed === 0 ? 0 : 1;
}

function readExpectations(file: string): Result<Expectations, readonly string[]> {
  const content = readJson(file);
  if (!content.ok) return err([`${file} ${content.error.reason}`]);
  const parsed = expectationsFile.safeParse(content.value);
  return parsed.success
    ? ok(parsed.data)
    : err(shapeProblems(parsed.error).map((problem) => problemLine(file, problem)));
}

function judgementLine(
  { expectation, figure, isMet, missedBy }: Judgement,
  baseline: string | undefined,
): string {
  const { measure, min, max, against, confidence, why } = expectation;
  const { unit } = measureText(measure);
  const bounds = [
    ...(min === undefined ? [] : [`at least ${numberText(min, unit)}`]),
    ...(max === undefined ? [] : [`at most ${numberText(max, unit)}`]),
  ].join(' and ');
  const what = against === undefined ? measure : `${measure} less that of ${baseline}`;
  if (figure === undefined) return `FAILED ${what}: no value in some replication, wanted ${bounds}`;
  const value = against === undefined ? numberText(figure.mean, unit) : signedText(figure.mean, unit);
  const shown = `${what}: ${value} ${halfWidthText(figure, unit)}, wanted ${bounds} (${confidence})`;
  if (isMet) return `ok     ${shown}`;
  return `FAILED ${shown}: missed by ${numberText(missedBy, unit)}${why === undefined ? '' : `. ${why}`}`;
}

export const gateCommand: Command = {
  run: (args) => gatePack(args, systemHost()),
};
