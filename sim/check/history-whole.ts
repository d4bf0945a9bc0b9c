import { isDeepStrictEqual } from 'node:util';
import type { Checker } from './checker.ts';

/** Every revision follows the one before it and adds to its history: no gap, no fork, no time that runs backwards. */
export const historyWhole: Checker = {
  name: 'history-whole',
  promise: 'a history has no gap and no fork',
  phase: 'safety',
  onWrite: ({ before, after }) => {
    const { id, rev, history } = after;
    const wrong: string[] = [];
    if (rev !== (before?.rev ?? 0) + 1) wrong.push(`${id} goes from revision ${before?.rev} to ${rev}`);
    const kept = before?.history.length ?? 0;
    const isPrefix = before?.history.every((entry, n) => isDeepStrictEqual(entry, history[n])) ?? true;
    if (!isPrefix) wrong.push(`${id} at revision ${rev} has another past than before`);
    for (let n = kept; n < history.length; n += 1) {
      if (history[n]!.n !== n + 1) wrong.push(`${id} has entry ${history[n]!.n} at place ${n + 1}`);
      if (n > 0 && history[n]!.at < history[n - 1]!.at)
        wrong.push(`${id}: entry ${n + 1} is before entry ${n}`);
    }
    if (after.state.entries !== history.length) {
      wrong.push(`${id} counts ${after.state.entries} entries and has ${history.length}`);
    }
    return wrong;
  },
  onUndertaking: ({ before, after: { id, rev, history } }) => {
    const isNext = rev === (before?.rev ?? 0) + 1;
    const isGrown = before?.history.every((entry, n) => isDeepStrictEqual(entry, history[n])) ?? true;
    const isNumbered = history.every(
      (entry, n) => entry.n === n + 1 && entry.at >= (history[n - 1]?.at ?? 0),
    );
    return isNext && isGrown && isNumbered ? [] : [`${id} at revision ${rev} does not follow ${before?.rev}`];
  },
};
