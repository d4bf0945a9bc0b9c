import type { CitySetup } from '../../city/city-setup.ts';
import type { RunResult } from '../../city/run-result.ts';
import type { Variant } from '../setup/variant.ts';

/** One replication of one variant. */
export interface Job {
  readonly variant: number;
  readonly replication: number;
}

/** What a worker thread is started with. `model` is the URL of a module that exports another `runCity` than the city's. */
export interface ThreadData {
  readonly variants: readonly Variant[];
  readonly model?: string | undefined;
}

/** What a worker thread says; `share` of a job is done, from 0 to 1. */
export type ThreadMessage =
  | { readonly type: 'progress'; readonly job: Job; readonly share: number }
  | { readonly type: 'done'; readonly job: Job; readonly result: RunResult }
  | { readonly type: 'failed'; readonly job: Job; readonly reason: string };

/** The model of a city: one replication in parts, each of which says how far it has come, from 0 to 1. */
export type RunCity = (setup: CitySetup) => Generator<number, RunResult>;
