import type { EpochMs } from '../core/time.ts';

/** The present. The only way a use case learns the time. */
export interface Clock {
  now(): EpochMs;
}
