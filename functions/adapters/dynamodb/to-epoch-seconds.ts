import type { EpochMs } from '../../core/time.ts';

/** An instant as the server's time-to-live takes it: epoch seconds, never earlier than the instant. */
export const toEpochSeconds = (at: EpochMs): number => Math.ceil(at / 1_000);
