/**
 * Student's t distribution for whole degrees of freedom: probability that |T| is below `t`. Exact finite sums,
 * Abramowitz and Stegun 26.7.3 (odd) and 26.7.4 (even).
 */
export function studentTWithin(t: number, freedom: number): number {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const cosineSquare = Math.cos(angle) ** 2;
  const isOdd = freedom % 2 === 1;
  let term = isOdd ? Math.cos(angle) : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < freedom && term > negligible; k += 2) {
    term *= ((k - 1) / k) * cosineSquare;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}

/**
 * The t that |T| stays below with probability `within` (0.95: the factor of a 95 % half-width), to 12 digits by
 * bisection.
 * @throws RangeError unless `freedom` is a whole number from 1 and `within` lies between 0 and 1.
 */
export function studentTQuantile(within: number, freedom: number): number {
  if (!Number.isSafeInteger(freedom) || freedom < 1 || !(within > 0 && within < 1)) {
    throw new RangeError(`no t quantile for ${freedom} degrees of freedom within ${within}`);
  }
  let low = 0;
  let high = 1;
  while (studentTWithin(high, freedom) < within) high *= 2;
  while (high - low > high * 1e-13) {
    const middle = (low + high) / 2;
    if (studentTWithin(middle, freedom) < within) low = middle;
    else high = middle;
  }
  return high;
}

const negligible = 1e-18;
