import type { RunResult } from '../../../../sim/city/run-result.ts';

/** A model that says that it has come far, and never ends. */
export function* runCity(): Generator<number, RunResult> {
  for (;;) yield 0.5;
}
