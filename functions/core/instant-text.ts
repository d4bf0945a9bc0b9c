import { type DurationMs, type EpochMs, hourMs, minuteMs } from './time.ts';

/** An instant as RFC 3339 text with the offset of the city: `2026-11-22T09:30:00.000+08:00`. */
export function instantText(at: EpochMs, utcOffsetMs: DurationMs): string {
  const local = new Date(at + utcOffsetMs).toISOString().slice(0, -1);
  const size = Math.abs(utcOffsetMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local}${utcOffsetMs < 0 ? '-' : '+'}${two(Math.floor(size / hourMs))}:${two((size % hourMs) / minuteMs)}`;
}
