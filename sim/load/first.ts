/** The first `count` of a sequence, or all of it where it has fewer. */
export function* first<Value>(values: Iterable<Value>, count: number): Generator<Value> {
  if (count <= 0) return;
  let left = count;
  for (const value of values) {
    yield value;
    left -= 1;
    if (left === 0) return;
  }
}
