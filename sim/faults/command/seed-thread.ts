import { parentPort } from 'node:worker_threads';
import { runSeed } from './run-seed.ts';
import type { SeedJob, ThreadMessage } from './thread-messages.ts';

/** Runs the seeds it is given, and stops at the first that breaks a promise. */
parentPort?.on('message', async (job: SeedJob) => {
  const results = [];
  for (const seed of job.seeds) {
    const result = await runSeed(seed, job.bug);
    results.push(result);
    if (result.violations.length > 0) break;
  }
  parentPort?.postMessage({ job, results } satisfies ThreadMessage);
});
