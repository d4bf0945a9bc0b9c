import type { Rules } from '../../rules/rules.ts';
import { type EpochMs, hourMs } from '../../time.ts';
import type { WallHour } from '../hour-slot.ts';

type Zone = Pick<Rules, 'utcOffsetMs'>;

/** The hour of the city's wall clock that an instant lies in. */
export const hourOf = (at: EpochMs, { utcOffsetMs }: Zone): WallHour =>
  Math.floor((at + utcOffsetMs) / hourMs);

/** The instant at which an hour of the city's wall clock begins. */
export const hourStart = (hour: WallHour, { utcOffsetMs }: Zone): EpochMs => hour * hourMs - utcOffsetMs;
