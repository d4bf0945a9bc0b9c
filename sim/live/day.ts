import { startStopwatch } from '../bench/stopwatch.ts';
import { runDay } from './day/run-day.ts';
import { readOptions, usage } from './read-options.ts';
import { exitCodeOf, findingsTable, table } from './report.ts';

const options = {
  speed: { shows: 'how many times as fast time passes', fallback: 3_600, min: 60, max: 1_000_000 },
  requests: { shows: 'requests of the day', fallback: 500, min: 10, max: 20_000 },
  hours: { shows: 'hours of city time to follow them', fallback: 180, min: 24, max: 2_400 },
  seed: { shows: 'another seed is another day', fallback: 1, min: 0, max: 999_999_999 },
} as const;

const read = readOptions(options, process.argv.slice(2));
if (!read.ok) {
  console.error(`${read.error}\n\n${usage('npm run day -- [options]', options)}`);
  process.exitCode = 2;
} else if (read.value === 'help') {
  console.log(usage('A Beijing day through HTTP on a local host: npm run day -- [options]', options));
} else {
  const given = read.value;
  const seconds = startStopwatch();
  console.log(
    `a day of ${given.requests} requests at speed ${given.speed}, followed for ${given.hours} h: about ${Math.ceil((given.hours * 3_600) / given.speed)} s and the checks`,
  );
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const { findings, lines } = await runDay(given);
  console.log(
    `\n${table(lines)}\n\n${findingsTable(findings)}\n\nseed ${given.seed}, ${Math.round(seconds())} s`,
  );
  process.exitCode = exitCodeOf(findings);
}
