import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Imports the module in a fresh process and prints what that took beyond Node's own start, in milliseconds. */
const script = `const startedAt = performance.now();
await import(process.argv[1]);
process.stdout.write(String(performance.now() - startedAt));`;

/** The shortest and the median time to import a function's file, each time in a new process. */
export async function importTimes(
  assetDir: string,
  name: string,
  runs: number,
): Promise<{ readonly leastMs: number; readonly medianMs: number }> {
  const times: number[] = [];
  for (let n = 0; n < runs; n += 1) {
    const { AWS_LAMBDA_FUNCTION_NAME: _, ...env } = process.env;
    const args = ['--input-type=module', '-e', script, join(assetDir, `${name}.mjs`)];
    const { stdout } = await run(process.execPath, args, { env });
    times.push(Number(stdout));
  }
  times.sort((one, other) => one - other);
  return { leastMs: times[0] ?? 0, medianMs: times[Math.floor(times.length / 2)] ?? 0 };
}
