import type { CitySetup } from '../../../../sim/city/city-setup.ts';
import type { RunResult } from '../../../../sim/city/run-result.ts';
import { runCity as smallCity } from './small-city.ts';

/** The small city, whose replications from the third on never end. */
export function* runCity(setup: CitySetup): Generator<number, RunResult> {
  if (setup.replication >= 2) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  return yield* smallCity(setup);
}
