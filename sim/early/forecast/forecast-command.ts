import * as z from 'zod';
import type { Command } from '../../experiment/command.ts';
import { csvFile } from '../../experiment/files/csv-files.ts';
import { writeFiles } from '../../experiment/files/write-files.ts';
import { explainCall } from '../../experiment/terminal/explain-call.ts';
import { type Host, systemHost } from '../../experiment/terminal/host.ts';
import { readOptions } from '../../experiment/terminal/read-options.ts';
import { refuse } from '../../experiment/terminal/refuse.ts';
import { fitOptions, fitUsage } from '../../fit/fit-options.ts';
import { loadMapping } from '../../fit/mapping/load-mapping.ts';
import { accountLines } from '../../fit/read/account-lines.ts';
import { defaultPack, packRules, packUsage } from '../pack-rules.ts';
import { readStreamRows } from '../read/stream-rows.ts';
import { judgementLines, nextLines, nextText } from './forecast-lines.ts';
import { judgeForecasts } from './judge-forecasts.ts';
import { scoreOrigins } from './score-origins.ts';
import { usualLearner } from './usual-forecast.ts';
import { weeksOf } from './weeks.ts';

const usage = `usage: npm run sim -- forecast FILE --mapping M [options]
  FILE          requests of 40 weeks or more without gaps as CSV, also packed (.gz)
${fitUsage}
${packUsage}`;

const options = { ...fitOptions, pack: z.string().min(1).default(defaultPack) } as const;

/** Forecasts a file's items by area for a week and for four, judged on held-out weeks, and the weeks after its end. */
export async function forecastFile(args: readonly string[], host: Host): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'one FILE', min: 1, max: 1 }, options });
  if (!read.ok) return explainCall(host, read.error, usage);
  const { names, options: asked } = read.value;
  const rules = packRules(asked.pack);
  if (!rules.ok) return refuse(host, [rules.error]);
  const mapping = loadMapping(asked.mapping);
  if (!mapping.ok) return refuse(host, mapping.error);
  const source = await readStreamRows(names[0]!, mapping.value, { withDateOnly: true });
  if (!source.ok) return refuse(host, [source.error]);
  const weeks = weeksOf(source.value, mapping.value.coverage);
  if (!weeks.ok) return refuse(host, [`${names[0]}: ${weeks.error}`]);
  for (const line of accountLines(names[0]!, source.value.account)) host.out(line);
  const learner = usualLearner(source.value, weeks.value, rules.value.forecast);
  const { origins, forecast } = scoreOrigins(source.value, weeks.value, learner);
  const judged = judgeForecasts(origins, source.value);
  const next = nextLines(source.value, weeks.value, { forecast, judged });
  host.out(`${weeks.value.count} whole weeks from ${dateText(weeks.value.start)}`);
  for (const line of judgementLines(judged)) host.out(line);
  for (const kind of ['district', 'place']) for (const line of nextText(next, kind)) host.out(line);
  if (asked.out !== undefined) {
    const written = writeFiles(asked.out, [
      {
        name: 'forecast.json',
        text: `${JSON.stringify({ judged: judged.map(({ dispersions: _, ...line }) => line), next }, null, 1)}\n`,
      },
      csvFile(
        'next.csv',
        next.map((line) => ({ ...line })),
      ),
    ]);
    host.out(`written: ${written.join(', ')}`);
  }
  return 0;
}

const dateText = (hour: number) => new Date(hour * 3_600_000).toISOString().slice(0, 10);

export const forecastCommand: Command = { run: (args) => forecastFile(args, systemHost()) };
