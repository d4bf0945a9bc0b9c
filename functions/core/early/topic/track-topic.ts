import { monthOf } from '../../calendar/month-of.ts';
import { monthAfter, monthStartOf } from '../../calendar/months.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import type { TopicState } from './topic.ts';
import type { TopicRules } from './topic-rules.ts';

type By = { readonly rules: Rules; readonly topic: TopicRules };

/**
 * A closed topic with its tracking (跟踪监测): the months after the closing, in groups as the pack says, each measured once
 * its last month is settled. Ended at once where the pack tracks nothing.
 */
export function startTracking(state: TopicState, now: EpochMs, by: By): TopicState {
  const { months } = by.topic.tracking;
  if (months === 0) return { ...state, status: 'ended' };
  const closing = monthOf(now, by.rules.utcOffsetMs);
  return trackFrom({ ...state, status: 'tracked' }, monthAfter(closing, 1), monthAfter(closing, months), by);
}

/** The topic with the next months to be measured, from `from` on; `until` is the last that is tracked at all. */
export function trackFrom(state: TopicState, from: string, until: string, { rules, topic }: By): TopicState {
  const { everyMonths, settleMs } = topic.tracking;
  const last = monthAfter(from, everyMonths - 1);
  const to = last < until ? last : until;
  const at = monthStartOf(monthAfter(to, 1), rules.utcOffsetMs) + settleMs;
  return { ...state, measuring: { what: 'tracking', from, to, until, at, tries: 0 } };
}
