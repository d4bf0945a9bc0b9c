import type { Violation } from '../../check/facts.ts';

/** Seeds for a thread to run, under a planted bug or none. */
export interface SeedJob {
  readonly seeds: readonly number[];
  readonly bug?: string;
}

/** What came of one seed. */
export interface SeedResult {
  readonly seed: number;
  readonly violations: readonly Violation[];
  readonly digest: string;
  readonly faults: number;
  readonly requests: number;
  readonly calls: number;
}

export type ThreadMessage = { readonly job: SeedJob; readonly results: readonly SeedResult[] };
