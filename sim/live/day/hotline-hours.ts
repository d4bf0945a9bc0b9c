import { hourMs } from '../../../functions/core/time.ts';
import { hourProfile } from '../../engine/distributions/hour-profile.ts';

/**
 * When citizens call (来电时段): shares of the hours 0 to 23, in per cent. The Beijing hotline reports peaks from 9 to 11
 * and from 14 to 16; nobody published the hours themselves, so the shape between is an assumption of ours.
 */
const shares = [
  1.2, 0.8, 0.5, 0.4, 0.5, 0.9, 1.8, 3.2, 6.0, 9.8, 10.4, 6.8, 4.6, 5.2, 8.9, 9.0, 7.0, 5.6, 4.4, 3.8, 3.4,
  2.8, 1.8, 1.2,
];

/** The instant of a day at which a request comes in, in milliseconds after midnight. */
export const hotlineHours = hourProfile({ weights: shares, partLength: hourMs });
