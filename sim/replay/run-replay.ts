import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../functions/ports/clock.ts';
import { readRows } from '../city-data/baltimore/read-rows.ts';
import { cityFolder } from '../city-data/city-folders.ts';
import type { Console, ExitCode } from '../city-data/commands/command.ts';
import { loadCity } from './load-city.ts';
import { openStore } from './open-store.ts';
import type { Plan } from './plan-rows.ts';
import { openProgress } from './progress.ts';
import { replayOptions, usage } from './replay-options.ts';
import { replayRows } from './replay-rows.ts';
import { isSound, reportLines } from './report-lines.ts';

const rejectedShownMax = 10;

/** What a command line runs in. */
export type ReplayHost = {
  readonly console: Console;
  readonly wall: Clock;
  readonly isTerminal: boolean;
};

/**
 * Runs `npm run replay`. 0: every check held; 1: one failed, or the file is none of this city's; 2: wrong usage, or a
 * file that cannot be read.
 */
export const runReplay = async (args: readonly string[], host: ReplayHost): Promise<ExitCode> => {
  const { console } = host;
  const options = replayOptions(args);
  if (!options.ok) {
    console.error(`replay: ${options.error}\n\n${usage}`);
    return 2;
  }
  const { city, limit, store: storeName } = options.value;
  const file = options.value.file ?? join(cityFolder(city), 'sample.csv');
  const text = textOf(file, console);
  if (text === undefined) return 2;
  const read = readRows(text);
  if (!read.ok) {
    console.error(`${file}: is no 311 file of ${city}: ${read.error.reason}`);
    return 1;
  }
  const { rows, rejected } = read.value;
  for (const { line, column, reason } of rejected.slice(0, rejectedShownMax)) {
    console.error(`${file}: line ${line}: ${column}: ${reason}: left out`);
  }
  if (rejected.length > 0) console.error(`${file}: ${rejected.length} rows left out`);
  if (rows.length === 0) {
    console.error(`${file}: holds no readable row`);
    return 1;
  }
  const replayed = loadCity(city);
  if (!replayed.ok) {
    for (const problem of replayed.error) console.error(problem);
    return 1;
  }
  const { utcOffsetMs } = replayed.value.city.rules;
  const progress = (plan: Plan) =>
    openProgress({ total: rowEvents(plan), utcOffsetMs, line: console.out }, host.isTerminal);
  const opened = await openStore(storeName);
  try {
    const ran = await replayRows({
      rows: rows.slice(0, limit),
      replayed: replayed.value,
      store: opened.store,
      storeName,
      wall: host.wall,
      progress,
    });
    for (const line of reportLines(ran)) console.out(line);
    return isSound(ran.judged) ? 0 : 1;
  } finally {
    await opened.close();
  }
};

const rowEvents = ({ rows }: Plan): number =>
  rows.length + rows.filter(({ answerAt }) => answerAt !== undefined).length;

const textOf = (file: string, console: Console): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    console.error(`${file}: cannot be read (${reason})`);
    return undefined;
  }
};
