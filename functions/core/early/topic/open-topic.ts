import { monthAfter } from '../../calendar/months.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import type { UndertakingActor, UndertakingOut, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import { datesFault, mattersFault, monthFault, teamFault } from './check-topic.ts';
import { withLadder } from './milestone-ladder.ts';
import type { Milestone, TopicState } from './topic.ts';
import type { NewTopic } from './topic-command.ts';
import type { TopicEvent } from './topic-events.ts';
import { forbidden, maySupervise } from './topic-rights.ts';
import type { TopicRules } from './topic-rules.ts';

/** What a topic is about, for its id: the same matters in the same month are the same topic. */
export const topicName = ({
  month,
  district = '',
  items,
}: Pick<NewTopic, 'month' | 'district' | 'items'>): string =>
  [month, district, ...[...items].sort()].join('\n');

/**
 * Opens a topic for a month (每月一题): by the hotline or the supervisor of its area; one lead, helpers, at least one
 * milestone. The baseline it is measured against later, of the months before its own, is counted next.
 */
export function openTopic(
  asked: NewTopic,
  { actor, now, rules, topic, out }: Opening,
): Result<TopicState, UndertakingRefusal> {
  if (!maySupervise(actor, asked, rules)) return err(forbidden);
  const fault =
    monthFault(asked, now, rules) ??
    mattersFault(asked, rules) ??
    teamFault(asked, rules, topic) ??
    datesFault(asked.milestones, [], asked, now);
  if (fault !== undefined) return err(fault);
  const { lead, helpers } = asked;
  const by = actor.unit;
  out.entry(now, 'topicOpened', by, 'early.topic', lead);
  for (const unit of [lead, ...helpers]) out.notice(now, unit, 'topicOpened');
  return ok({
    month: asked.month,
    title: asked.title,
    items: [...asked.items].sort(),
    ...(asked.district === undefined ? {} : { district: asked.district }),
    status: 'open',
    openedAt: now,
    openedBy: by,
    analysis: asked.analysis,
    measures: asked.measures,
    documents: asked.documents,
    lead,
    helpers,
    milestones: asked.milestones.map((one) => newMilestone(one, now, topic)),
    measuring: {
      what: 'baseline',
      from: monthAfter(asked.month, -topic.candidates.windowMonths),
      to: monthAfter(asked.month, -1),
      at: now,
      tries: 0,
    },
    amendments: [],
    evaluations: [],
    measurements: [],
  });
}

export interface Opening {
  readonly actor: UndertakingActor;
  readonly now: EpochMs;
  readonly rules: Rules;
  readonly topic: TopicRules;
  readonly out: UndertakingOut<TopicEvent>;
}

/** A milestone as it is set at `now`. */
export const newMilestone = (
  { key, title, owner, by }: NewTopic['milestones'][number],
  now: EpochMs,
  topic: TopicRules,
): Milestone => withLadder({ key, title, owner, by, climbed: [], reports: [], extensions: [] }, now, topic);
