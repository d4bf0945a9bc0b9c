import type { DurationMs } from '../../../functions/core/time.ts';
import type { BaltimoreRow } from './read-rows.ts';

/** What half of a type's rows say about its deadline. `spanMs` is null where none of them has a due time. */
export type LearnedSpan = {
  readonly type: string;
  readonly spanMs: DurationMs | null;
  readonly rowsLearned: number;
  /** Rows of the learning half whose span is another: 0 where the type has one fixed span. */
  readonly rowsOther: number;
};

/**
 * The half of the rows from which spans are learned: the first, third, fifth ... row of each type, in the file's
 * order. So every type is seen, and the other rows remain to test what was learned.
 */
export const learningHalf = (rows: readonly BaltimoreRow[]): BaltimoreRow[] => {
  const seen = new Map<string, number>();
  return rows.filter(({ type }) => {
    const before = seen.get(type) ?? 0;
    seen.set(type, before + 1);
    return before % 2 === 0;
  });
};

/**
 * Learns each type's span from creation to due time out of `learningHalf(rows)`: the most frequent span, the shorter of
 * two as frequent. Types come in order of their names.
 */
export const learnSpans = (rows: readonly BaltimoreRow[]): LearnedSpan[] => {
  const half = Map.groupBy(learningHalf(rows), ({ type }) => type);
  return [...half]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([type, known]) => {
      const counts = new Map<DurationMs, number>();
      for (const { createdAt, dueAt } of known) {
        if (dueAt !== null && dueAt >= createdAt) {
          counts.set(dueAt - createdAt, (counts.get(dueAt - createdAt) ?? 0) + 1);
        }
      }
      const [most] = [...counts].sort(([a, n], [b, m]) => m - n || a - b);
      if (!most) return { type, spanMs: null, rowsLearned: known.length, rowsOther: 0 };
      const withDue = known.filter(({ dueAt }) => dueAt !== null).length;
      return { type, spanMs: most[0], rowsLearned: known.length, rowsOther: withDue - most[1] };
    });
};
