import * as z from 'zod';
import { minuteMs, secondMs } from '../../functions/core/time.ts';
import { interruptedCode } from '../experiment/command.ts';
import { explainCall } from '../experiment/terminal/explain-call.ts';
import type { Host } from '../experiment/terminal/host.ts';
import { flag, readOptions, wholeNumber } from '../experiment/terminal/read-options.ts';
import { exitCodeOf } from '../faults/command/exit-codes.ts';
import { table } from '../live/report.ts';
import { sabotages } from './proxy/sabotage.ts';
import { soakLines } from './report/soak-lines.ts';
import { runSoak } from './run-soak.ts';

const usage = `usage: npm run soak -- [options]
  --minutes M    how long things fail (5); then everything due must happen, within ten more
  --seconds S    the same in seconds, instead of minutes
  --seed S       another seed draws other faults, kills and requests (1)
  --speed N      how many times as fast the city's own time passes (1440)
  --clients N    clients at once (12)
  --kill-each S  about every so many seconds the host is killed (40)
  --no-boards    without boards: what is killed while it makes one takes minutes to come back
  --bug NAME     with a planted bug: ${sabotages.map(({ name }) => name).join(', ')}
exits 0, 2 for a wrong call, 3 for a crash, 4 for broken safety, 5 for broken liveness, 130 after Ctrl-C`;

const options = {
  help: flag,
  minutes: wholeNumber(1, 1_440).default(5),
  seconds: wholeNumber(1, 86_400).optional(),
  seed: wholeNumber(0, 2 ** 31).default(1),
  speed: wholeNumber(1, 1_000_000).default(1_440),
  clients: wholeNumber(1, 32).default(12),
  'kill-each': wholeNumber(2, 3_600).default(40),
  'no-boards': flag,
  bug: z.enum(sabotages.map(({ name }) => name) as [string, ...string[]]).optional(),
} as const;

const shownMax = 12;

/** Soaks the service and says what it saw. The first violation decides the exit code. */
export async function runSoakCommand(args: readonly string[], host: Host): Promise<number> {
  const read = readOptions(args, { positionals: { names: 'no names', min: 0, max: 0 }, options });
  if (!read.ok) return explainCall(host, read.error, usage);
  const {
    help,
    minutes,
    seconds,
    seed,
    speed,
    clients,
    bug,
    'kill-each': killEach,
    'no-boards': noBoards,
  } = read.value.options;
  if (help) {
    host.out(usage);
    return 0;
  }
  const lastsMs = seconds === undefined ? minutes * minuteMs : seconds * secondMs;
  const startedAt = host.clock.now();
  const result = await runSoak({
    lastsMs,
    seed,
    speed,
    clients,
    killEachMs: killEach * secondMs,
    withBoards: !noBoards,
    sabotage: sabotages.find(({ name }) => name === bug),
    interrupted: host.interrupted,
    told: (line) => host.error(`${((host.clock.now() - startedAt) / secondMs).toFixed(0)} s: ${line}`),
  });
  const { violations } = result;
  host.out(`${table(soakLines(result))}\n`);
  for (const { checker, phase, what } of violations.slice(0, shownMax)) {
    host.out(`BROKEN ${checker} (${phase}): ${what}`);
  }
  if (violations.length > shownMax) host.out(`... and ${violations.length - shownMax} more`);
  host.out(`seed ${seed}${bug === undefined ? '' : `, planted bug ${bug}`}`);
  const code = exitCodeOf(violations[0]);
  return code === 0 && host.interrupted.aborted ? interruptedCode : code;
}
