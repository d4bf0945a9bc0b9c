import { randomBytes as cryptoBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../ports/clock.ts';

/** The machine's clock. This file is the only place that asks for the time or for chance. */
export const systemClock: Clock = { now: () => Date.now() };

/** An id nobody has and nobody can guess. */
export const randomId = (): string => randomUUID();

/** Bytes nobody can guess, for secrets. */
export const randomBytes = (count: number): Uint8Array => cryptoBytes(count);

/** A number from 0 up to but not including 1, for spreading retries; not for secrets. */
export const random01 = (): number => Math.random();
