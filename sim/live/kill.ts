import { startStopwatch } from '../bench/stopwatch.ts';
import { runKill } from './kill/run-kill.ts';
import { readOptions, usage } from './read-options.ts';
import { exitCodeOf, findingsTable, table } from './report.ts';

const options = {
  rounds: { shows: 'how often the host is killed', fallback: 10, min: 1, max: 100 },
  posts: { shows: 'requests posted in all', fallback: 5_000, min: 20, max: 100_000 },
  speed: { shows: 'how many times as fast time passes', fallback: 720, min: 1, max: 1_000_000 },
  clients: { shows: 'requests posted at once', fallback: 16, min: 1, max: 64 },
  seed: { shows: 'another seed is another run', fallback: 1, min: 0, max: 999_999_999 },
} as const;

const read = readOptions(options, process.argv.slice(2));
if (!read.ok) {
  console.error(`${read.error}\n\n${usage('npm run kill -- [options]', options)}`);
  process.exitCode = 2;
} else if (read.value === 'help') {
  console.log(
    usage('Kills a local host (kill -9) in the middle of posts: npm run kill -- [options]', options),
  );
} else {
  const given = read.value;
  const seconds = startStopwatch();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const { findings, lines } = await runKill({
    ...given,
    onKill: ({ acknowledged, inFlight, downMs }) =>
      console.log(
        `killed after ${acknowledged} of ${given.posts} acknowledged, ${inFlight} in flight; answered again after ${(downMs / 1_000).toFixed(1)} s`,
      ),
  });
  console.log(
    `${table(lines)}\n\n${findingsTable(findings)}\n\nseed ${given.seed}, ${Math.round(seconds())} s`,
  );
  process.exitCode = exitCodeOf(findings);
}
