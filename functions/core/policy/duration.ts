import * as z from 'zod';
import { type DurationMs, dayMs, hourMs, minuteMs, secondMs } from '../time.ts';

const pattern = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * Reads an ISO 8601 duration of days, hours, minutes and seconds: `P7D`, `PT2H`, `P1DT12H`. Years and months
 * are refused because their length varies; a day is 24 hours of whatever its calendar counts.
 */
export function parseDuration(text: string): DurationMs | undefined {
  const match = pattern.exec(text);
  if (match === null || text.endsWith('P') || text.endsWith('T')) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return days! * dayMs + hours! * hourMs + minutes! * minuteMs + seconds! * secondMs;
}

/** A century: a longer limit is a slip of the hand, and its deadline lies beyond every calendar. */
const daysMax = 36_525;

/** A duration in a data file: ISO 8601 text in, milliseconds out; a century at most. */
export const duration = z.string().transform((text, context) => {
  const ms = parseDuration(text);
  if (ms !== undefined && ms <= daysMax * dayMs) return ms;
  const reason =
    ms === undefined ? 'is not a duration such as PT2H, P7D or P1DT12H' : 'is longer than a century';
  context.addIssue({ code: 'custom', message: `"${text}" ${reason}` });
  return z.NEVER;
});

/** A duration of something that comes again, or fades: none at all would be a loop, or a division by zero. */
export const lasting = duration.refine((ms) => ms > 0, 'must be longer than nothing');
