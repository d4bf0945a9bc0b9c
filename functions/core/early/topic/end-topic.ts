import { monthOf } from '../../calendar/month-of.ts';
import { monthAfter } from '../../calendar/months.ts';
import { err, ok } from '../../result.ts';
import { forbidden, maySupervise } from './topic-rights.ts';
import type { TopicStep } from './topic-step.ts';
import { startTracking } from './track-topic.ts';

/**
 * Asks for the evaluation of a topic (回访评估): its cases of the latest ended months, as many as the baseline has but none
 * before the topic's own, are counted and set against the baseline; what a third party found is kept beside it. A topic
 * may be evaluated again; the last evaluation is the one it closes with.
 */
export const evaluateTopic: TopicStep<'evaluate'> = (state, { text, thirdParty }, context) => {
  const { actor, now, rules, topic, out } = context;
  if (!maySupervise(actor, state, rules)) return err(forbidden);
  if (topic.thirdParty === 'required' && thirdParty === undefined) {
    return err({
      code: 'INVALID',
      field: 'thirdParty',
      reason: 'the satisfaction that a third party found is missing',
    });
  }
  if (state.measuring !== undefined) return err(stillCounting);
  const to = monthAfter(monthOf(now, rules.utcOffsetMs), -1);
  if (to < state.month) return err({ code: 'OUT_OF_TURN', reason: 'no month of the topic has ended yet' });
  const earliest = monthAfter(to, 1 - topic.candidates.windowMonths);
  const from = earliest < state.month ? state.month : earliest;
  const by = actor.unit;
  out.entry(now, 'topicEvaluationAsked', by, 'early.topic.thirdParty', state.lead);
  const evaluation = { askedAt: now, by, text, ...(thirdParty === undefined ? {} : { thirdParty }) };
  return ok({ ...state, measuring: { what: 'evaluation', from, to, at: now, tries: 0, evaluation } });
};

const stillCounting = {
  code: 'OUT_OF_TURN',
  reason: 'the months of the topic are still being counted',
} as const;

/** Closes an evaluated topic, its milestones done where the pack wants it; from then on it is tracked. */
export const closeTopic: TopicStep<'close'> = (state, _command, { actor, now, rules, topic, out }) => {
  if (!maySupervise(actor, state, rules)) return err(forbidden);
  if (state.measuring !== undefined) return err(stillCounting);
  if (state.evaluations.length === 0) {
    return err({ code: 'OUT_OF_TURN', reason: 'a topic is evaluated before it is closed' });
  }
  if (topic.closeNeedsMilestones && state.milestones.some(({ doneAt }) => doneAt === undefined)) {
    return err({ code: 'OUT_OF_TURN', reason: 'a milestone of the topic is not done' });
  }
  out.entry(now, 'topicClosed', actor.unit, 'early.topic.closeNeedsMilestones', state.lead);
  for (const unit of [state.lead, ...state.helpers]) out.notice(now, unit, 'topicClosed');
  return ok(startTracking({ ...state, closedAt: now }, now, { rules, topic }));
};

/** Takes back a topic that was opened in error: it stays in the list of its year, as withdrawn. */
export const withdrawTopic: TopicStep<'withdraw'> = (state, { reason }, { actor, now, rules, out }) => {
  if (!maySupervise(actor, state, rules)) return err(forbidden);
  out.entry(now, 'topicWithdrawn', actor.unit, 'early.topic', state.lead);
  for (const unit of [state.lead, ...state.helpers]) out.notice(now, unit, 'topicWithdrawn');
  const { measuring: _, ...rest } = state;
  return ok({ ...rest, status: 'withdrawn', withdrawnFor: reason, closedAt: now });
};
