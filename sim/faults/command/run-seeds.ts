import { Worker } from 'node:worker_threads';
import type { SeedJob, SeedResult, ThreadMessage } from './thread-messages.ts';

/** Jobs in their order, and who hears of results. */
export interface SeedPlan {
  /** The next job; undefined when there is none left. */
  readonly next: () => SeedJob | undefined;
  readonly done: (job: SeedJob, results: readonly SeedResult[]) => void;
}

const thread = new URL('./seed-thread.ts', import.meta.url);

/** Runs a plan on so many threads until it has no more jobs or `interrupted` aborts. Which thread runs a seed changes nothing. */
export async function runSeeds(plan: SeedPlan, workers: number, interrupted: AbortSignal): Promise<void> {
  const crew = Array.from({ length: workers }, () => new Worker(thread));
  try {
    await Promise.all(crew.map((worker) => serve(worker, plan, interrupted)));
  } finally {
    await Promise.all(crew.map((worker) => worker.terminate()));
  }
}

function serve(worker: Worker, plan: SeedPlan, interrupted: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const goOn = () => {
      const job = interrupted.aborted ? undefined : plan.next();
      if (job === undefined) resolve();
      else worker.postMessage(job);
    };
    worker.on('message', ({ job, results }: ThreadMessage) => {
      plan.done(job, results);
      goOn();
    });
    worker.on('error', reject);
    interrupted.addEventListener('abort', () => resolve(), { once: true });
    goOn();
  });
}
