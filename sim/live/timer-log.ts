import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const line = z.object({ TimerLatenessMs: z.union([z.number(), z.array(z.number())]) });

/**
 * How late each wake-up kept its promise, as the service itself measured it: the metric `TimerLatenessMs` in the log of
 * the function that wakes tickets.
 */
export function readTimerLateness(logsDir: string): readonly number[] {
  return readFileSync(join(logsDir, 'wake.log'), 'utf8')
    .split('\n')
    .filter((text) => text.includes('"TimerLatenessMs":'))
    .flatMap((text) => line.parse(JSON.parse(text)).TimerLatenessMs);
}
