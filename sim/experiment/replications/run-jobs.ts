import { Worker } from 'node:worker_threads';
import type { RunResult } from '../../city/run-result.ts';
import { inOneScope } from '../../program/in-one-scope.ts';
import type { Job, ThreadData, ThreadMessage } from './thread-messages.ts';

/** Jobs in the order in which they are to be done; asked again after each that ended. */
export interface JobPlan {
  /** The next job, or undefined while there is none to give out. */
  readonly next: () => Job | undefined;
  readonly done: (job: Job, result: RunResult) => void;
  /** Shares of the jobs under way that are done, together. */
  readonly underWay: (shares: number) => void;
}

/** How jobs are run. */
export interface Pool extends ThreadData {
  readonly workers: number;
  readonly interrupted: AbortSignal;
}

const thread = new URL('./replication-thread.ts', import.meta.url);

/**
 * Runs a plan's jobs in worker threads until it has no more or the signal aborts; jobs under way are then given up. Which
 * thread runs a job, and when it ends, changes no result.
 * @throws Error if a replication fails; the message names the job.
 */
export async function runJobs(plan: JobPlan, { workers, interrupted, ...data }: Pool): Promise<void> {
  if (interrupted.aborted) return;
  await using crew = crewOf(await inOneScope(thread), workers, data);
  await new Promise<void>((resolve, reject) => {
    let busy = 0;
    const shares = new Map<Worker, number>();
    const giveOut = () => {
      if (interrupted.aborted) return resolve();
      while (crew.idle.length > 0) {
        const job = plan.next();
        if (job === undefined) break;
        crew.idle.pop()!.postMessage(job);
        busy++;
      }
      if (busy === 0) resolve();
    };
    for (const worker of crew.all) {
      worker.on('message', (message: ThreadMessage) => {
        if (message.type === 'progress') {
          shares.set(worker, message.share);
          return plan.underWay([...shares.values()].reduce((sum, share) => sum + share, 0));
        }
        busy--;
        shares.delete(worker);
        crew.idle.push(worker);
        if (message.type === 'failed') return reject(failure(message.job, message.reason));
        plan.done(message.job, message.result);
        giveOut();
      });
      worker.on('error', reject);
    }
    interrupted.addEventListener('abort', () => resolve(), { once: true });
    giveOut();
  });
}

const crewOf = (program: URL, count: number, data: ThreadData) => {
  const all = Array.from({ length: count }, () => new Worker(program, { workerData: data }));
  return {
    all,
    idle: [...all],
    async [Symbol.asyncDispose]() {
      await Promise.all(all.map((worker) => worker.terminate()));
    },
  };
};

/** What is thrown where a replication fails. */
export const failure = ({ variant, replication }: Job, reason: string) =>
  new Error(`replication ${replication} of variant ${variant} failed: ${reason}`);
