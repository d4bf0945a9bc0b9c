import { err, ok } from '../../result.ts';
import { datesFault, teamFault } from './check-topic.ts';
import { newMilestone } from './open-topic.ts';
import { type Plan, planFields } from './topic.ts';
import { forbidden, maySupervise } from './topic-rights.ts';
import type { TopicStep } from './topic-step.ts';

/**
 * Amends the plan: the lead and the supervisors write analysis, measures, policy documents and further milestones; only
 * supervisors change who leads and helps. What stood there before is kept. A milestone is never taken away: it is done,
 * missed or extended.
 */
export const amendTopic: TopicStep<'amend'> = (state, command, { actor, now, rules, topic, out }) => {
  const { type: _, milestones: added = [], ...changes } = command;
  const supervises = maySupervise(actor, state, rules);
  const namesTeam = changes.lead !== undefined || changes.helpers !== undefined;
  if (!supervises && (namesTeam || actor.unit !== state.lead)) return err(forbidden);
  const plan = { ...state, ...changes };
  const owing = state.milestones.find(
    ({ owner, doneAt }) => doneAt === undefined && owner !== plan.lead && !plan.helpers.includes(owner),
  );
  if (owing !== undefined) {
    return err({ code: 'OUT_OF_TURN', reason: 'a unit that still owes a milestone cannot leave the topic' });
  }
  const fault =
    (namesTeam ? teamFault(plan, rules, topic) : undefined) ?? datesFault(added, state.milestones, plan, now);
  if (fault !== undefined) return err(fault);
  const before: Partial<Plan> = Object.fromEntries(
    planFields.filter((field) => changes[field] !== undefined).map((field) => [field, state[field]]),
  );
  const by = actor.unit;
  out.entry(now, 'topicAmended', by, 'early.topic', plan.lead);
  for (const unit of [plan.lead, ...plan.helpers]) if (unit !== by) out.notice(now, unit, 'topicAmended');
  return ok({
    ...plan,
    milestones: [...state.milestones, ...added.map((one) => newMilestone(one, now, topic))],
    amendments: [...state.amendments, { at: now, by, before }],
  });
};
