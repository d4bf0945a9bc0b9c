import { err, ok } from '../../result.ts';
import { compareMeasured } from './compare-measured.ts';
import { forbidden, maySupervise } from './topic-rights.ts';
import type { TopicStep } from './topic-step.ts';
import { startTracking } from './track-topic.ts';

/**
 * Evaluates a topic (回访评估): how its cases stand against the baseline, and how satisfied a third party found people to
 * be. A topic may be evaluated again; the last evaluation is the one it closes with.
 */
export const evaluateTopic: TopicStep<'evaluate'> = (state, command, { actor, now, rules, topic, out }) => {
  if (!maySupervise(actor, state, rules)) return err(forbidden);
  const { measured, text, thirdParty } = command;
  if (topic.thirdParty === 'required' && thirdParty === undefined) {
    return err({
      code: 'INVALID',
      field: 'thirdParty',
      reason: 'the pack wants the satisfaction a third party found',
    });
  }
  const { ratio, rebound } = compareMeasured(measured, state.baseline, topic);
  const by = actor.unit;
  out.entry(now, 'topicEvaluated', by, 'early.topic.thirdParty', state.lead);
  out.notice(now, state.lead, 'topicEvaluated');
  const evaluation = {
    ...measured,
    at: now,
    by,
    text,
    rebound,
    ...(ratio === undefined ? {} : { ratio }),
    ...(thirdParty === undefined ? {} : { thirdParty }),
  };
  return ok({ ...state, evaluations: [...state.evaluations, evaluation] });
};

/** Closes an evaluated topic, its milestones done where the pack wants it; from then on it is tracked. */
export const closeTopic: TopicStep<'close'> = (state, _command, { actor, now, rules, topic, out }) => {
  if (!maySupervise(actor, state, rules)) return err(forbidden);
  if (state.evaluations.length === 0) {
    return err({ code: 'OUT_OF_TURN', reason: 'a topic is evaluated before it is closed' });
  }
  if (topic.closeNeedsMilestones && state.milestones.some(({ doneAt }) => doneAt === undefined)) {
    return err({ code: 'OUT_OF_TURN', reason: 'a milestone of the topic is not done' });
  }
  out.entry(now, 'topicClosed', actor.unit, 'early.topic.closeNeedsMilestones', state.lead);
  for (const unit of [state.lead, ...state.helpers]) out.notice(now, unit, 'topicClosed');
  return ok(startTracking({ ...state, closedAt: now }, now, rules, topic));
};

/** Takes back a topic that was opened in error: it stays in the list of its year, as withdrawn. */
export const withdrawTopic: TopicStep<'withdraw'> = (state, { reason }, { actor, now, rules, out }) => {
  if (!maySupervise(actor, state, rules)) return err(forbidden);
  out.entry(now, 'topicWithdrawn', actor.unit, 'early.topic', state.lead);
  for (const unit of [state.lead, ...state.helpers]) out.notice(now, unit, 'topicWithdrawn');
  return ok({ ...state, status: 'withdrawn', withdrawnFor: reason, closedAt: now });
};
