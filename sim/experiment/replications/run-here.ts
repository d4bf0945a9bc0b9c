import { setImmediate } from 'node:timers/promises';
import { compileVariant } from '../setup/variant.ts';
import { loadModel } from './load-model.ts';
import { failure, type JobPlan } from './run-jobs.ts';
import type { ThreadData } from './thread-messages.ts';

/**
 * Runs a plan's jobs in this thread, one after another, until it has no more or the signal aborts; for one replication
 * that is quicker, because a thread of its own would load and compile everything once more. Between the parts of a job
 * others are heard, so that Ctrl-C ends it as soon.
 * @throws Error if a replication fails; the message names the job.
 */
export async function runHere(
  plan: JobPlan,
  { variants, model, interrupted }: ThreadData & { readonly interrupted: AbortSignal },
): Promise<void> {
  const runCity = await loadModel(model);
  for (let job = plan.next(); job !== undefined; job = plan.next()) {
    const compiled = compileVariant(variants[job.variant]!);
    if (!compiled.ok) throw failure(job, compiled.error.join('\n'));
    try {
      const run = runCity({ ...compiled.value, replication: job.replication });
      let part = run.next();
      for (; part.done !== true; part = run.next()) {
        plan.underWay(part.value);
        await setImmediate();
        if (interrupted.aborted) return;
      }
      plan.done(job, part.value);
    } catch (cause) {
      throw failure(job, cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
    }
  }
}
