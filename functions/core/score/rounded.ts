/**
 * Rounds half up to a number of decimals. Twelve significant digits are looked at, so that a sum such as 14.8199999999999
 * rounds as the 14.82 that it stands for.
 */
export function rounded(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(Number((value * scale).toPrecision(12))) / scale;
}
