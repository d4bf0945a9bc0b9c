import type { DurationMs } from '../core/time.ts';

/** What a wake found: how late the promise was kept, or that there was nothing to do yet. */
export type Woken =
  | { readonly kept: number; readonly lateMs: DurationMs }
  | { readonly kept: 0; readonly lateMs: undefined };
