/**
 * Kendall's tau-b: how far two scores rank the same things alike, from -1 (reversed) over 0 to 1 (the same order);
 * corrected for ties. NaN if all of one side are tied, for then nothing is ranked.
 * @throws RangeError if the two do not pair up.
 */
export function kendallTau(first: readonly number[], second: readonly number[]): number {
  const n = first.length;
  if (n !== second.length) throw new RangeError(`${n} scores cannot be paired with ${second.length}`);
  let balance = 0;
  let firstUntied = 0;
  let secondUntied = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const one = Math.sign(first[i]! - first[j]!);
      const other = Math.sign(second[i]! - second[j]!);
      balance += one * other;
      firstUntied += Math.abs(one);
      secondUntied += Math.abs(other);
    }
  }
  return balance / Math.sqrt(firstUntied * secondUntied);
}
