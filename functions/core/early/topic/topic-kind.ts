import { err, type Result } from '../../result.ts';
import { need } from '../../rules/need.ts';
import type { Rules } from '../../rules/rules.ts';
import { NEVER } from '../../time.ts';
import type { UndertakingKind, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import { amendTopic } from './amend-topic.ts';
import { closeTopic, evaluateTopic, withdrawTopic } from './end-topic.ts';
import { putOffMeasuring, recordMeasured } from './measure-topic.ts';
import { climb, nextRungAt } from './milestone-ladder.ts';
import { askExtension, reportMilestone, ruleExtension } from './move-milestone.ts';
import { type TopicState, topicState } from './topic.ts';
import { type TopicCommand, topicCommand } from './topic-command.ts';
import { topicEvents } from './topic-events.ts';
import type { TopicRules } from './topic-rules.ts';
import type { TopicContext, TopicStep } from './topic-step.ts';

/** Commands each status accepts. A missing pair is a refusal, never a no-op. */
const accepts = {
  open: [
    'amend',
    'report',
    'askExtension',
    'ruleExtension',
    'evaluate',
    'close',
    'withdraw',
    'measured',
    'putOff',
  ],
  tracked: ['measured', 'putOff'],
  ended: [],
  withdrawn: [],
} as const satisfies Record<TopicState['status'], readonly TopicCommand['type'][]>;

/** Characters of a state as JSON: its item stays under what a store holds, whatever the script. */
const stateCharsMax = 90_000;

/** The topic of the month (每月一题) as an undertaking. */
export const topicKind: UndertakingKind<TopicState, TopicCommand> = {
  kind: 'topic',
  state: topicState,
  command: topicCommand,
  events: topicEvents,
  nextPromiseAt: nextRungAt,
  workAt: ({ measuring }) => measuring?.at ?? NEVER,
  keep: (state, now, rules, out) =>
    nextRungAt(state) < now ? climb(state, now, { rules, topic: topicRules(rules), out }) : state,
  decide(state, command, actor, now, rules, out) {
    const accepted: readonly TopicCommand['type'][] = accepts[state.status];
    if (!accepted.includes(command.type)) {
      // An open topic accepts every command; what one accepts later is the clock's own and nothing to ask for.
      return err({ code: 'NOT_ACCEPTED', status: state.status, accepted: [] });
    }
    const next = take(state, command, { actor, now, rules, topic: topicRules(rules), out });
    // What the clock has counted always finds room: it is little, and refused it would be brought again for ever.
    if (next.ok && actor.unit !== 'clock' && JSON.stringify(next.value).length > stateCharsMax) {
      return err({ code: 'CAPACITY', what: 'characters', max: stateCharsMax });
    }
    return next;
  },
  keys(state) {
    const { status, lead, helpers, month, items, milestones } = state;
    const due = milestones.filter(({ doneAt }) => doneAt === undefined);
    const open = status === 'open';
    return {
      status,
      open,
      owner: lead,
      lists: [
        'topic',
        `topic/${month.slice(0, 4)}`,
        `topic/${month}`,
        ...[lead, ...helpers].map((unit) => `topic/${unit}`),
      ],
      overdue: open && due.some(({ climbed, by }) => climbed.some(({ at }) => at >= by)),
      ...(open && due.length > 0 ? { actBy: Math.min(...due.map(({ by }) => by)) } : {}),
      ...(items.length === 1 ? { item: items[0]! } : {}),
    };
  },
};

function topicRules({ early }: Rules): TopicRules {
  return early.topic ?? need({ value: null, unknown: 'the pack has no such section' }, 'early.topic');
}

function take(
  state: TopicState,
  command: TopicCommand,
  context: TopicContext,
): Result<TopicState, UndertakingRefusal> {
  const step = steps[command.type] as TopicStep<TopicCommand['type']>;
  return step(state, command, context);
}

const steps: { readonly [Type in TopicCommand['type']]: TopicStep<Type> } = {
  amend: amendTopic,
  report: reportMilestone,
  askExtension,
  ruleExtension,
  evaluate: evaluateTopic,
  close: closeTopic,
  withdraw: withdrawTopic,
  measured: recordMeasured,
  putOff: putOffMeasuring,
};
