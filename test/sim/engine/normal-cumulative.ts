/** Standard normal distribution function by its power series (|x| below 7), right to 1e-12 or better. */
export function normalCumulative(x: number): number {
  if (Math.abs(x) > 7) return x < 0 ? 0 : 1;
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI);
}
