import type { Histogram } from './run-result.ts';

/**
 * Counts by range with edges in equal ratios: lengths from minutes to years keep two figures at any scale. The first range
 * begins at 0.
 */
export class LogHistogram {
  readonly counts: Float64Array;
  private readonly least: number;
  private readonly perDecade: number;

  /** `least`: upper end of the first range; `decades` powers of ten above it, each in `perDecade` ranges. */
  constructor(least: number, decades: number, perDecade: number) {
    this.least = least;
    this.perDecade = perDecade;
    this.counts = new Float64Array(1 + decades * perDecade);
  }

  add(value: number): void {
    const range = value < this.least ? 0 : 1 + Math.floor(Math.log10(value / this.least) * this.perDecade);
    this.counts[Math.min(range, this.counts.length - 1)]! += 1;
  }

  get total(): number {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  /** The value below which a share of the values lies, evenly within a range; NaN without values. */
  quantile(share: number): number {
    let left = share * this.total;
    if (!(this.total > 0)) return Number.NaN;
    for (const [range, count] of this.counts.entries()) {
      if (left <= count && count > 0) {
        const from = this.edge(range);
        return from + (this.edge(range + 1) - from) * (left / count);
      }
      left -= count;
    }
    return this.edge(this.counts.length);
  }

  /** An empty one with the same ranges. */
  like(): LogHistogram {
    return new LogHistogram(this.least, (this.counts.length - 1) / this.perDecade, this.perDecade);
  }

  /** Adds what another with the same ranges holds. */
  include(other: LogHistogram): void {
    for (const [range, count] of other.counts.entries()) this.counts[range]! += count;
  }

  /** Ranges that hold anything, from the first to the last of them. */
  toHistogram(): Histogram {
    const last = this.counts.findLastIndex((count) => count > 0);
    const counts = [...this.counts.subarray(0, last + 1)];
    return { edges: counts.map((_, range) => this.edge(range)), counts };
  }

  private edge(range: number): number {
    return range === 0 ? 0 : this.least * 10 ** ((range - 1) / this.perDecade);
  }
}
