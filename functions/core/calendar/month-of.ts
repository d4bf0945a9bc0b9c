import { type DurationMs, dayMs, type EpochMs } from '../time.ts';
import { isoDateOf } from './civil-day.ts';

/** The month (`2026-11`) an instant falls into at a fixed offset from UTC. */
export const monthOf = (at: EpochMs, utcOffsetMs: DurationMs): string =>
  isoDateOf(Math.floor((at + utcOffsetMs) / dayMs)).slice(0, 7);
