const bucketMax = 512;

/**
 * Values in order, in buckets of bounded length: adding and removing among a million costs two binary searches and a
 * move within one bucket, and a stretch is read from any place in either direction. No two values compare equal.
 */
export class SortedList<Value> {
  private readonly buckets: Value[][] = [];
  private readonly compare: (a: Value, b: Value) => number;

  constructor(compare: (a: Value, b: Value) => number) {
    this.compare = compare;
  }

  /** Adds a value that is not there. */
  add(value: Value): void {
    const at = Math.min(this.bucketOf(value), this.buckets.length - 1);
    const bucket = this.buckets[at];
    if (bucket === undefined) {
      this.buckets.push([value]);
      return;
    }
    bucket.splice(this.placeIn(bucket, value), 0, value);
    if (bucket.length > bucketMax) this.buckets.splice(at + 1, 0, bucket.splice(bucketMax / 2));
  }

  /** Removes a value that is there. */
  remove(value: Value): void {
    const at = this.bucketOf(value);
    const bucket = this.buckets[at]!;
    bucket.splice(this.placeIn(bucket, value), 1);
    if (bucket.length === 0) this.buckets.splice(at, 1);
  }

  /** Values from `start` on, itself included, in order. */
  *from(start: Value): Generator<Value, void> {
    let at = this.bucketOf(start);
    let place = at < this.buckets.length ? this.placeIn(this.buckets[at]!, start) : 0;
    for (; at < this.buckets.length; at += 1, place = 0) {
      const bucket = this.buckets[at]!;
      for (; place < bucket.length; place += 1) yield bucket[place]!;
    }
  }

  /** Values before `end`, itself not included, the last first. */
  *before(end: Value): Generator<Value, void> {
    const last = this.bucketOf(end);
    for (let at = Math.min(last, this.buckets.length - 1); at >= 0; at -= 1) {
      const bucket = this.buckets[at]!;
      const places = at === last ? this.placeIn(bucket, end) : bucket.length;
      for (let place = places - 1; place >= 0; place -= 1) yield bucket[place]!;
    }
  }

  /** The first bucket whose last value is not before `value`; past the end when there is none. */
  private bucketOf(value: Value): number {
    return firstOf(this.buckets.length, (at) => this.compare(this.buckets[at]!.at(-1)!, value) >= 0);
  }

  private placeIn(bucket: readonly Value[], value: Value): number {
    return firstOf(bucket.length, (at) => this.compare(bucket[at]!, value) >= 0);
  }
}

/** The first number below `end` for which a condition holds that holds from there on; `end` when it never does. */
function firstOf(end: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
