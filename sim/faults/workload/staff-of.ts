import type { Caller } from '../../../functions/usecases/caller.ts';

/** Somebody of a unit's staff. */
export const staffOf = (unit: string): Caller => ({ subject: `staff-of-${unit}`, unit, hotline: false });
