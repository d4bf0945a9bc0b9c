import type { Checker } from './checker.ts';
import { promiseEvents } from './promise-events.ts';

/** Nothing is kept before its time, and nothing is dated into the future, but for what clocks are off. */
export const neverEarly: Checker = {
  name: 'never-early',
  promise: 'a promise never takes effect early',
  phase: 'safety',
  onWrite: ({ before, after, at }, { skewMaxMs }) => {
    const latest = at + skewMaxMs;
    return after.history.slice(before?.history.length ?? 0).flatMap(({ n, event, by, at: stampedAt }) => {
      const isPromise = by === 'clock' && promiseEvents.has(event);
      // A limit is passed only after it.
      const isEarly = isPromise ? stampedAt >= latest : stampedAt > latest;
      return isEarly ? [`${after.id} has entry ${n}, ${event}, ${stampedAt - at} ms before its time`] : [];
    });
  },
  onUndertaking: ({ before, after, at }, { skewMaxMs }) =>
    after.history
      .slice(before?.history.length ?? 0)
      .filter((entry) => entry.at > at + skewMaxMs)
      .map(({ n, event }) => `${after.id} has entry ${n}, ${event}, before its time`),
};
