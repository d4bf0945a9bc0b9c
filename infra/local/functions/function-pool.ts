import type { Writable } from 'node:stream';
import { err, type Result } from '../../../functions/core/result.ts';
import { type FunctionInstance, startInstance } from './function-instance.ts';
import type { InstanceBudget } from './instance-budget.ts';
import type { LocalFunction } from './local-function.ts';
import type { FunctionFailure } from './protocol.ts';

/** An instance nobody needed for so long is ended, down to one. */
const idleMaxMs = 30_000;

export type InvokeFailure =
  | ({ readonly code: 'FUNCTION_FAILED' } & FunctionFailure)
  /** All instances were busy for as long as the caller could wait. */
  | { readonly code: 'THROTTLED' };

/** A function and its instances: an event runs on an idle one, on a new one, or waits for the next to be free. */
export interface FunctionPool {
  readonly fn: LocalFunction;
  /** Runs one event (JSON) and returns its result (JSON). */
  invoke(event: string, waitMaxMs: number): Promise<Result<string, InvokeFailure>>;
  /** Starts an instance before it is needed. Throws when the function's module cannot be loaded. */
  warm(): Promise<void>;
  /** Resolves when no event is running. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

type Waiter = (instance: FunctionInstance | undefined) => void;

export function createPool(props: {
  fn: LocalFunction;
  instancesMax: number;
  budget: InstanceBudget;
  log: Writable;
}): FunctionPool {
  const all = new Set<FunctionInstance>();
  const free: { instance: FunctionInstance; since: number }[] = [];
  const waiting: Waiter[] = [];
  let running = 0;
  let onIdle: (() => void)[] = [];

  const idleSince = () => free[0]?.since ?? Number.POSITIVE_INFINITY;
  const evict = () => {
    const instance = free.shift()?.instance;
    if (instance === undefined) return;
    all.delete(instance);
    void instance.stop();
  };
  props.budget.join({ size: () => all.size, idleSince, evict });
  const reaper = setInterval(() => {
    while (all.size > 1 && idleSince() < Date.now() - idleMaxMs) evict();
  }, idleMaxMs / 2).unref();

  const acquire = (waitMaxMs: number): Promise<FunctionInstance | undefined> => {
    for (let next = free.pop(); next !== undefined; next = free.pop()) {
      if (next.instance.alive()) return Promise.resolve(next.instance);
      all.delete(next.instance);
    }
    if (all.size < props.instancesMax) return Promise.resolve(start());
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        waiting.splice(waiting.indexOf(waiter), 1);
        resolve(undefined);
      }, waitMaxMs);
      const waiter: Waiter = (instance) => {
        clearTimeout(timer);
        resolve(instance);
      };
      waiting.push(waiter);
    });
  };
  const start = (): FunctionInstance => {
    props.budget.makeRoom();
    const instance = startInstance(props.fn, props.log);
    all.add(instance);
    return instance;
  };
  const release = (instance: FunctionInstance) => {
    if (!instance.alive()) all.delete(instance);
    const waiter = waiting.shift();
    if (waiter) waiter(instance.alive() ? instance : start());
    else if (instance.alive()) free.push({ instance, since: Date.now() });
  };

  return {
    fn: props.fn,
    async warm() {
      const instance = start();
      const failure = await instance.loaded();
      if (failure !== undefined) {
        throw new Error(`function ${props.fn.entry} cannot start: ${failure.errorMessage}`);
      }
      release(instance);
    },
    async invoke(event, waitMaxMs) {
      running += 1;
      try {
        const instance = await acquire(waitMaxMs);
        if (instance === undefined) return err({ code: 'THROTTLED' });
        const result = await instance.invoke(event);
        release(instance);
        return result.ok ? result : err({ code: 'FUNCTION_FAILED', ...result.error });
      } finally {
        running -= 1;
        if (running === 0) {
          for (const done of onIdle) done();
          onIdle = [];
        }
      }
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise((resolve) => onIdle.push(resolve))),
    async stop() {
      clearInterval(reaper);
      for (const waiter of waiting.splice(0)) waiter(undefined);
      await Promise.all([...all].map((instance) => instance.stop()));
    },
  };
}
