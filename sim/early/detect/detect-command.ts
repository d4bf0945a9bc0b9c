import * as z from 'zod';
import type { Command } from '../../experiment/command.ts';
import { csvFile } from '../../experiment/files/csv-files.ts';
import { writeFiles } from '../../experiment/files/write-files.ts';
import { explainCall } from '../../experiment/terminal/explain-call.ts';
import { type Host, systemHost } from '../../experiment/terminal/host.ts';
import { readOptions, wholeNumber } from '../../experiment/terminal/read-options.ts';
import { refuse } from '../../experiment/terminal/refuse.ts';
import { fitOptions, fitUsage } from '../../fit/fit-options.ts';
import { loadMapping } from '../../fit/mapping/load-mapping.ts';
import { accountLines } from '../../fit/read/account-lines.ts';
import { defaultPack, packRules, packUsage } from '../pack-rules.ts';
import { readStreamRows } from '../read/stream-rows.ts';
import { detect } from './detect.ts';
import { detectLines } from './detect-lines.ts';
import { windowsOf } from './windows.ts';

const usage = `usage: npm run sim -- detect FILE --mapping M [options]
  FILE              requests as CSV, also packed (.gz)
${fitUsage}
${packUsage}
  --false-alarms N  false alarms a month, the whole city together (as the pack has it)
  --seed S          names the luck of the seeded surges; equal seeds give equal results (1)
  --trials N        surges of each kind a window (10)
  --draws N         times each window is drawn from the model to check the stated rate (3)`;

const options = {
  ...fitOptions,
  pack: z.string().min(1).default(defaultPack),
  'false-alarms': wholeNumber(1, 10_000).optional(),
  seed: wholeNumber(0, 2 ** 31).default(1),
  trials: wholeNumber(1, 1_000).default(10),
  draws: wholeNumber(1, 1_000).default(3),
} as const;

/** Watches a file's windows one by one with what the others teach, with and without seeded surges. */
export async function detectFile(args: readonly string[], host: Host): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'one FILE', min: 1, max: 1 }, options });
  if (!read.ok) return explainCall(host, read.error, usage);
  const { names, options: asked } = read.value;
  const rules = packRules(asked.pack);
  if (!rules.ok) return refuse(host, [rules.error]);
  const { warning } = rules.value;
  const mapping = loadMapping(asked.mapping);
  if (!mapping.ok) return refuse(host, mapping.error);
  const source = await readStreamRows(names[0]!, mapping.value, { withDateOnly: false });
  if (!source.ok) return refuse(host, [source.error]);
  const windows = windowsOf(source.value.rows, mapping.value.coverage);
  if (!windows.ok) return refuse(host, [`${names[0]}: ${windows.error}`]);
  for (const line of accountLines(names[0]!, source.value.account)) host.out(line);
  const result = detect(source.value, windows.value, {
    rule: warning,
    falseAlarms: asked['false-alarms'] ?? warning.falseAlarms,
    seed: asked.seed,
    trials: asked.trials,
    draws: asked.draws,
  });
  for (const line of detectLines(result, source.value, windows.value)) host.out(line);
  if (asked.out !== undefined) {
    const { items, areas } = source.value;
    const written = writeFiles(asked.out, [
      csvFile(
        'rates.csv',
        result.rates.map((line) => ({ ...line })),
      ),
      csvFile(
        'surges.csv',
        result.surges.flatMap(({ kind, trials }) =>
          trials.map(({ delays, added, usualPerHour }) => ({
            surge: kind.name,
            added,
            usualPerHour,
            ...delays,
          })),
        ),
      ),
      csvFile(
        'alarms.csv',
        result.alarms.map(({ item, area, since, at, count, window }) => ({
          item: items[item],
          kind: areas[area]!.kind,
          area: areas[area]!.name,
          since: hourText(window.from + since),
          raised: hourText(window.from + at + 1),
          requests: count,
        })),
      ),
    ]);
    host.out(`written: ${written.join(', ')}`);
  }
  return 0;
}

const hourText = (hour: number) => new Date(hour * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

export const detectCommand: Command = { run: (args) => detectFile(args, systemHost()) };
