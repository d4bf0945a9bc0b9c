import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { type CompiledVariant, compileVariant } from '../setup/variant.ts';
import { loadModel } from './load-model.ts';
import type { Job, RunCity, ThreadData, ThreadMessage } from './thread-messages.ts';

/** The least step of progress that is worth a message. */
const stepMin = 0.01;

/** Compiled variants that a thread keeps: with replications in order it works on a few at a time. */
const keptMax = 4;

const { variants, model } = workerData as ThreadData;
const kept = new Map<number, CompiledVariant>();

function compiled(index: number): CompiledVariant {
  const known = kept.get(index);
  if (known !== undefined) return known;
  const fresh = compileVariant(variants[index]!);
  if (!fresh.ok) throw new Error(fresh.error.join('\n'));
  if (kept.size >= keptMax) kept.delete(kept.keys().next().value!);
  kept.set(index, fresh.value);
  return fresh.value;
}

const say = (message: ThreadMessage) => parentPort?.postMessage(message);

function runJob(runCity: RunCity, job: Job): void {
  try {
    let said = 0;
    const run = runCity({ ...compiled(job.variant), replication: job.replication });
    let part = run.next();
    for (; part.done !== true; part = run.next()) {
      if (part.value < said + stepMin) continue;
      said = part.value;
      say({ type: 'progress', job, share: said });
    }
    say({ type: 'done', job, result: part.value });
  } catch (cause) {
    say({
      type: 'failed',
      job,
      reason: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    });
  }
}

loadModel(model).then((runCity) => {
  // A thread is ended from outside, which would lose what it compiled.
  flushCompileCache();
  parentPort?.on('message', (job: Job) => runJob(runCity, job));
});
