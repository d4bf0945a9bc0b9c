/** Natural logarithm of `count`!: exact sums below 16, from there Stirling's series, right to 1e-14. */
export function logFactorial(count: number): number {
  if (count < small.length) return small[count]!;
  const x = count + 1;
  const inverse = 1 / x;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + series;
}

const small = new Float64Array(16);
for (let count = 2; count < small.length; count++) small[count] = small[count - 1]! + Math.log(count);
