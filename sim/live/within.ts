import { scheduler } from 'node:timers/promises';
import type { DurationMs } from '../../functions/core/time.ts';

/** What `work` gives, or undefined when it takes longer than `limitMs`; the work itself goes on. */
export async function within<Value>(work: Promise<Value>, limitMs: DurationMs): Promise<Value | undefined> {
  const over = new AbortController();
  const late = scheduler.wait(limitMs, { signal: over.signal }).catch(() => undefined);
  try {
    return await Promise.race([work, late.then(() => undefined)]);
  } finally {
    over.abort();
  }
}
