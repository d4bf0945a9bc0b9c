import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { LocalFunction } from './local-function.ts';
import type { FunctionFailure, Invocation, WorkerMessage, WorkerStart } from './protocol.ts';

/** Lambda's own limit for loading a module; after it Lambda tries again within the function's own timeout. */
const initMaxMs = 10_000;
/** Heap of one instance. Several run in one process here, so it is less than the template's memory. */
const heapMaxMb = 192;
const youngMaxMb = 4;

/** One running copy of a function, which works on one event at a time. */
export interface FunctionInstance {
  /** Resolves once the module is loaded; the failure says why it cannot be. */
  loaded(): Promise<FunctionFailure | undefined>;
  /** Hands over one event and answers its JSON result. After a failure that ends the worker, `alive()` is false. */
  invoke(event: string): Promise<Result<string, FunctionFailure>>;
  alive(): boolean;
  stop(): Promise<void>;
}

/**
 * Starts a worker thread for `fn`. An event that takes longer than the function's timeout ends the worker: only
 * a dead one is sure to write nothing more, as on Lambda.
 */
export function startInstance(fn: LocalFunction, log: Writable): FunctionInstance {
  const start: WorkerStart = { module: fn.module, exportName: fn.exportName };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: start,
    env: { ...fn.environment },
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdout: true,
    stderr: true,
    resourceLimits: {
      maxOldGenerationSizeMb: Math.min(fn.memoryMb, heapMaxMb),
      maxYoungGenerationSizeMb: youngMaxMb,
    },
  });
  worker.stdout.pipe(log, { end: false });
  worker.stderr.pipe(log, { end: false });

  let isAlive = true;
  let settle: ((message: WorkerMessage) => void) | undefined;
  const end = (errorType: string, errorMessage: string) => {
    isAlive = false;
    settle?.({ type: 'failed', error: { errorType, errorMessage } });
  };
  worker.on('message', (message: WorkerMessage) => settle?.(message));
  worker.on('error', (cause) => {
    log.write(`${cause instanceof Error ? cause.stack : cause}\n`);
    end('Runtime.UnhandledError', 'the function ended with an unhandled error');
  });
  worker.on('exit', (code) => end('Runtime.ExitError', `the function exited with code ${code}`));

  const logFailure = (error: FunctionFailure) =>
    log.write(`${JSON.stringify({ level: 'ERROR', function: fn.name, ...error })}\n`);
  const nextMessage = (limitMs: number): Promise<WorkerMessage> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => {
        end('Sandbox.Timedout', `Task timed out after ${(limitMs / 1_000).toFixed(2)} seconds`);
        void worker.terminate();
      }, limitMs);
      settle = (message) => {
        settle = undefined;
        clearTimeout(timer);
        resolve(message);
      };
    });
  const loaded = nextMessage(initMaxMs + fn.timeoutMs);

  return {
    async loaded() {
      const init = await loaded;
      return init.type === 'failed' ? init.error : undefined;
    },
    alive: () => isAlive,
    async invoke(event) {
      const init = await loaded;
      if (init.type === 'failed') {
        isAlive = false;
        void worker.terminate();
        logFailure(init.error);
        return err(init.error);
      }
      if (!isAlive) return err({ errorType: 'Runtime.ExitError', errorMessage: 'the function has exited' });
      const answer = nextMessage(fn.timeoutMs);
      const invocation: Invocation = {
        event,
        requestId: randomUUID(),
        functionName: fn.name,
        functionArn: fn.arn,
        memoryMb: fn.memoryMb,
        deadlineAt: Date.now() + fn.timeoutMs,
      };
      worker.postMessage(invocation);
      const message = await answer;
      if (message.type === 'done') return ok(message.payload);
      const error =
        message.type === 'failed'
          ? message.error
          : { errorType: 'Error', errorMessage: 'unexpected message' };
      logFailure(error);
      return err(error);
    },
    async stop() {
      isAlive = false;
      await worker.terminate();
    },
  };
}
