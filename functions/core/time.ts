/** An instant: milliseconds since 1970-01-01T00:00:00Z. Names of instants end in `At` or `By`. */
export type EpochMs = number;

/** A length of time in milliseconds. Names of lengths end in `Ms`. */
export type DurationMs = number;

/** The instant that never comes: a promise that is not made. Sorts after every real instant. */
export const NEVER: EpochMs = Number.POSITIVE_INFINITY;

export const secondMs: DurationMs = 1_000;
export const minuteMs: DurationMs = 60 * secondMs;
export const hourMs: DurationMs = 60 * minuteMs;
export const dayMs: DurationMs = 24 * hourMs;
