import { err, ok, type Result } from '../../result.ts';
import type { UndertakingRefusal } from '../../undertaking/undertaking.ts';
import { withLadder } from './milestone-ladder.ts';
import type { Milestone, TopicState } from './topic.ts';
import { forbidden, maySupervise, takesPart } from './topic-rights.ts';
import type { TopicContext, TopicStep } from './topic-step.ts';

/** Lead or owner report on a milestone: how far it is, or that it is done, which stops its ladder. */
export const reportMilestone: TopicStep<'report'> = (state, { milestone: key, done, text }, context) =>
  onOwn(state, key, context, (milestone) => {
    const { actor, now, topic, out } = context;
    const by = actor.unit;
    const event = done ? 'milestoneDone' : 'milestoneReported';
    out.entry(now, event, by, 'early.topic.milestones', milestone.owner);
    if (by !== state.lead) out.notice(now, state.lead, event);
    const reports = [...milestone.reports, { at: now, by, text }];
    return ok(
      done ? withLadder({ ...milestone, reports, doneAt: now }, now, topic) : { ...milestone, reports },
    );
  });

/** Lead or owner ask for a later date, no later than the pack allows; who supervises the topic is told. */
export const askExtension: TopicStep<'askExtension'> = (state, { milestone: key, until, reason }, context) =>
  onOwn(state, key, context, (milestone) => {
    const { actor, now, topic, out } = context;
    const { extensionsMax, extensionMaxMs } = topic;
    if (milestone.extensions.length >= extensionsMax) {
      return err({
        code: 'LIMIT_REACHED',
        rule: 'early.topic.milestones.extensionsMax',
        limit: extensionsMax,
      });
    }
    if (until > milestone.by + extensionMaxMs) {
      return err({
        code: 'LIMIT_REACHED',
        rule: 'early.topic.milestones.extensionMax',
        limit: extensionMaxMs,
      });
    }
    if (until <= Math.max(now, milestone.by)) {
      return err({
        code: 'INVALID',
        field: 'until',
        reason: 'an extension ends after the date and after now',
      });
    }
    const by = actor.unit;
    out.entry(now, 'milestoneExtensionAsked', by, 'early.topic.milestones.extensionMax', milestone.owner);
    out.notice(now, supervisorOf(state, context), 'milestoneExtensionAsked');
    return ok({ ...milestone, asked: { at: now, by, until, reason } });
  });

/** A supervisor grants the date that was asked for, from which the ladder is climbed anew, or refuses it. */
export const ruleExtension: TopicStep<'ruleExtension'> = (
  state,
  { milestone: key, granted, reason },
  context,
) => {
  const { actor, now, rules, topic, out } = context;
  if (!maySupervise(actor, state, rules)) return err(forbidden);
  return onOpen(state, key, (milestone) => {
    const { asked, ...rest } = milestone;
    if (asked === undefined) return err({ code: 'OUT_OF_TURN', reason: 'no extension was asked for' });
    if (granted && asked.until <= now) {
      return err({ code: 'OUT_OF_TURN', reason: 'the date that was asked for has passed' });
    }
    const by = actor.unit;
    const event = granted ? 'milestoneExtended' : 'milestoneExtensionRefused';
    out.entry(now, event, by, 'early.topic.milestones.extensionMax', milestone.owner);
    out.notice(now, asked.by, event);
    if (!granted) return ok(rest);
    const extension = { at: now, by, from: milestone.by, until: asked.until, reason };
    const extensions = [...milestone.extensions, extension];
    return ok(withLadder({ ...rest, by: asked.until, climbed: [], extensions }, now, topic));
  });
};

type Move = (milestone: Milestone) => Result<Milestone, UndertakingRefusal>;

/** Moves a milestone that the actor leads or owns. */
function onOwn(state: TopicState, key: string, { actor }: TopicContext, move: Move) {
  const owner = state.milestones.find((one) => one.key === key)?.owner;
  if (!takesPart(actor, state) || (actor.unit !== state.lead && actor.unit !== owner)) return err(forbidden);
  return onOpen(state, key, move);
}

function onOpen(state: TopicState, key: string, move: Move): Result<TopicState, UndertakingRefusal> {
  const index = state.milestones.findIndex((one) => one.key === key);
  const milestone = state.milestones[index];
  if (milestone === undefined) {
    return err({ code: 'INVALID', field: 'milestone', reason: 'the topic has no such milestone' });
  }
  if (milestone.doneAt !== undefined) {
    return err({ code: 'OUT_OF_TURN', reason: 'the milestone is done already' });
  }
  const moved = move(milestone);
  return moved.ok ? ok({ ...state, milestones: state.milestones.with(index, moved.value) }) : moved;
}

const supervisorOf = ({ district }: TopicState, { rules: { units } }: TopicContext): string =>
  district ?? units.codes[units.city]!;
