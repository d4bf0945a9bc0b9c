import type { CitySetup } from '../../city/city-setup.ts';
import type { RunResult } from '../../city/run-result.ts';
import type { Variant } from '../setup/variant.ts';

/** One replication of one variant. */
export interface Job {
  readonly variant: number;
  readonly replication: number;
}

/** What a worker thread is started with. `model` is the URL of a module that exports `runCity`. */
export interface ThreadData {
  readonly variants: readonly Variant[];
  readonly model: string;
}

/** What a worker thread says. `days` simulated so far come while a job runs. */
export type ThreadMessage =
  | { readonly type: 'done'; readonly job: Job; readonly result: RunResult }
  | { readonly type: 'failed'; readonly job: Job; readonly reason: string };

/** The model of a city: one replication. */
export type RunCity = (setup: CitySetup) => RunResult;
