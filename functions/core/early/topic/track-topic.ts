import { monthOf } from '../../calendar/month-of.ts';
import { monthAfter, monthStartOf } from '../../calendar/months.ts';
import { err, ok } from '../../result.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import { compareMeasured } from './compare-measured.ts';
import type { TopicState } from './topic.ts';
import { forbidden } from './topic-rights.ts';
import type { TopicRules } from './topic-rules.ts';
import type { TopicStep } from './topic-step.ts';

/**
 * A closed topic with its tracking (跟踪监测): the months after the closing, in groups as the pack says, each measured once
 * its last month is settled. Ended at once where the pack tracks nothing.
 */
export function startTracking(state: TopicState, now: EpochMs, rules: Rules, topic: TopicRules): TopicState {
  const { months } = topic.tracking;
  if (months === 0) return { ...state, status: 'ended' };
  const closing = monthOf(now, rules.utcOffsetMs);
  return trackFrom({ ...state, status: 'tracked' }, monthAfter(closing, 1), monthAfter(closing, months), {
    rules,
    topic,
  });
}

function trackFrom(
  state: TopicState,
  from: string,
  until: string,
  { rules, topic }: { rules: Rules; topic: TopicRules },
): TopicState {
  const { everyMonths, settleMs } = topic.tracking;
  const last = monthAfter(from, everyMonths - 1);
  const to = last < until ? last : until;
  const measureAt = monthStartOf(monthAfter(to, 1), rules.utcOffsetMs) + settleMs;
  return { ...state, tracking: { from, to, until, measureAt, tries: 0 } };
}

/** The clock brings what was counted of the months that were due; a matter that came back (反弹) is told to lead and city. */
export const recordMeasured: TopicStep<'measured'> = (
  state,
  { measured },
  { actor, now, rules, topic, out },
) => {
  const { tracking, ...rest } = state;
  if (actor.unit !== 'clock' || tracking === undefined) return err(forbidden);
  if (measured.from !== tracking.from || measured.to !== tracking.to) {
    return err({ code: 'OUT_OF_TURN', reason: 'these months are not the ones to be measured next' });
  }
  const { ratio, rebound } = compareMeasured(measured, state.baseline, topic);
  const compared = { ...measured, at: now, rebound, ...(ratio === undefined ? {} : { ratio }) };
  out.entry(now, 'topicMeasured', 'clock', 'early.topic.tracking', state.lead);
  const measurements = [...state.measurements, compared];
  if (rebound) {
    out.entry(now, 'topicReboundFound', 'clock', 'early.topic.tracking.reboundAt', state.lead);
    for (const unit of [state.lead, rules.units.codes[rules.units.city]!])
      out.notice(now, unit, 'topicReboundFound');
  }
  if (tracking.to >= tracking.until) {
    out.entry(now, 'topicTrackingEnded', 'clock', 'early.topic.tracking.months', state.lead);
    return ok({ ...rest, measurements, status: 'ended' });
  }
  return ok(
    trackFrom({ ...rest, measurements }, monthAfter(tracking.to, 1), tracking.until, { rules, topic }),
  );
};

/** The clock comes back later: the months are not counted yet. */
export const putOffMeasuring: TopicStep<'putOff'> = (state, { until }, { actor, now, out }) => {
  const { tracking } = state;
  if (actor.unit !== 'clock' || tracking === undefined) return err(forbidden);
  if (until <= now) return err({ code: 'INVALID', field: 'until', reason: 'not later than now' });
  if (tracking.tries === 0)
    out.entry(now, 'topicMeasuringPutOff', 'clock', 'early.topic.tracking.settle', state.lead);
  return ok({ ...state, tracking: { ...tracking, measureAt: until, tries: tracking.tries + 1 } });
};
