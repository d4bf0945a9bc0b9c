import type { Caller } from '../../../functions/usecases/caller.ts';

/** Somebody of a unit's staff. */
export const staffOf = (unit: string): Caller => ({ subject: `staff-of-${unit}`, unit, hotline: false });

/** The hotline's platform. */
export const platform: Caller = { subject: 'platform', hotline: true };

/** Whoever runs the service. */
export const operator: Caller = { subject: 'operator', hotline: false };
