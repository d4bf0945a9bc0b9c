import { type DurationMs, hourMs, minuteMs } from '../time.ts';

/** How long after midnight a valid `HH:MM` is, `24:00` included. */
export const clockTimeMs = (time: string): DurationMs =>
  Number(time.slice(0, 2)) * hourMs + Number(time.slice(3, 5)) * minuteMs;

/** How far a valid offset such as `+08:00` is ahead of UTC (negative: behind). */
export const utcOffsetMs = (offset: string): DurationMs =>
  (offset.startsWith('-') ? -1 : 1) * clockTimeMs(offset.slice(1));
