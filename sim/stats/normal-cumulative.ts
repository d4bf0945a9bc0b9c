/**
 * Standard normal distribution function: probability of a value up to `x`. Power series below |x| = 7 (right to
 * 1e-12 or better); beyond, 0 or 1 to within 2e-12.
 */
export function normalCumulative(x: number): number {
  if (Math.abs(x) > 7) return x < 0 ? 0 : 1;
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + sum * normalDensity(x);
}

/** Standard normal density at `x`. */
export const normalDensity = (x: number): number => Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);

/**
 * Mean and mean square of a standard normal value known to exceed `x` (the inverse Mills ratio and its square law),
 * by Laplace's continued fraction above 5, where the quotient of two tiny numbers would lose its digits.
 */
export function normalBeyond(x: number): { readonly mean: number; readonly meanSquare: number } {
  const mean = x > 5 ? millsInverse(x) : normalDensity(x) / (1 - normalCumulative(x));
  return { mean, meanSquare: 1 + x * mean };
}

const millsInverse = (x: number): number => {
  let fraction = x;
  for (let k = 60; k >= 1; k--) fraction = x + k / fraction;
  return fraction;
};
