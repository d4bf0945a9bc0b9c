import { type Dispersion, sizeAt } from '../dispersion.ts';
import type { Expected } from '../surge-evidence.ts';

/**
 * What an hour brings if nothing is wrong, given the hour before: `carryOver` of its mean is what the last hour brought, the
 * rest is the usual (a Poisson autoregression of order one, Fokianos, Rahbek and Tjostheim, JASA 104, 2009). Hours that hang
 * together are so not taken for independent evidence.
 *
 * @param usual requests usual in this hour; above 0
 * @param last requests of the hour before
 * @param carryOver correlation of neighbouring hours, 0 to below 1
 */
export function expectedHour(
  usual: number,
  last: number,
  carryOver: number,
  dispersion: Dispersion,
): Expected {
  const mean = (1 - carryOver) * usual + carryOver * last;
  return { mean, size: sizeAt(mean, dispersion) };
}
