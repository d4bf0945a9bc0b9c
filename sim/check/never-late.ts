import { thaw } from '../../functions/core/record/freeze.ts';
import { wakeAt } from '../../functions/core/ticket/promises.ts';
import { minuteMs, secondMs } from '../../functions/core/time.ts';
import { type Checker, standing } from './checker.ts';
import { dueAt } from './due-at.ts';
import { promiseEvents } from './promise-events.ts';

/** A wake-up of whole seconds, a batch that gathers, and the latencies of a few calls. */
const byTheSecondMs = 4 * secondMs;
/** What the queue loses is looked for a minute after it was due, once a minute. */
const byASweepMs = 2 * minuteMs;

/** One sweep after the repair nothing is late any more, and from then on promises are kept by the second. */
export const neverLate: Checker = {
  name: 'never-late',
  promise: 'a promise is late only by the delay of the queue, or by one sweep when the queue is down',
  phase: 'liveness',
  atRest: (facts) => [
    ...[...facts.undertakings.values()].flatMap((versions) => {
      const { record } = versions.at(-1)!;
      const lateMs = facts.settledAt - dueAt(record);
      return lateMs > byTheSecondMs
        ? [`${record.id} has been due for ${lateMs} ms, one sweep after the repair`]
        : [];
    }),
    ...standing(facts).flatMap(({ id, state, owed, rulesHash }) => {
      const { rules } = facts.cities.get(rulesHash)!;
      const lateMs = facts.settledAt - wakeAt(thaw(state, rules));
      if (lateMs > byTheSecondMs) return [`${id} has been due for ${lateMs} ms, one sweep after the repair`];
      const old = owed.find(({ at }) => at < facts.repairedAt - minuteMs);
      return old === undefined ? [] : [`${id} still owes ${old.id}, one sweep after the repair`];
    }),
  ],
  onWrite: ({ before, after, at }, facts) => {
    const isQuiet = at > facts.settledAt && at <= facts.quietUntil;
    if (!isQuiet && !facts.onlyQueuesFail) return [];
    const fresh = after.history.slice(before?.history.length ?? 0);
    // What an elder has come to is looked at by the pack's own interval, and what follows is dated back to it.
    if (fresh.some(({ event }) => event === 'elderAnswered' || event === 'elderEnded')) return [];
    const mostMs = isQuiet ? byTheSecondMs : byASweepMs + facts.lagMaxMs + byTheSecondMs;
    // What was due before a write made it known, as for an old request, is not late by anybody's delay.
    const knownAt = before?.state.lastAt ?? at;
    return fresh
      .filter(({ event, by, at: dueAt }) => by === 'clock' && promiseEvents.has(event) && dueAt >= knownAt)
      .filter(({ at: dueAt }) => at - dueAt > mostMs && (!isQuiet || dueAt > facts.settledAt))
      .map(({ event, at: dueAt }) => `${after.id} keeps ${event} ${at - dueAt} ms late`);
  },
};
