import { monthOf } from '../../../functions/core/calendar/month-of.ts';
import { type TopicState, topicState } from '../../../functions/core/early/topic/topic.ts';
import { type EpochMs, minuteMs } from '../../../functions/core/time.ts';
import type { OperationId } from '../../../functions/http/routes.ts';
import type { Facts } from '../../check/facts.ts';
import { undertakingsOf } from '../../check/undertakings-of.ts';
import { oneOf } from './one-of.ts';
import type { Op } from './op.ts';
import { staffOf } from './staff-of.ts';
import type { Wanted } from './wanted.ts';

const utcOffsetMs = 8 * 60 * minuteMs;
const leads = ['urban', 'planning', 'police'] as const;
const items = ['0101-01', '0101-02', '0201-01'] as const;
/** Dates are so near that a world sees them missed. */
const aheadMax = 12;

const dateOf = (now: EpochMs, n: number): string =>
  new Date(now + (1 + (n % aheadMax)) * minuteMs).toISOString();

/** A topic of the month: of the whole city or of the district, by whoever may or somebody else. */
export function newTopic({ n, a, b, who, pick }: Op, now: EpochMs): Wanted {
  const lead = oneOf(leads, a);
  const isDistrict = pick % 3 === 0;
  const by = oneOf(
    isDistrict ? ['fangshan', 'beijing'] : ['beijing', 'beijing', 'beijing', 'fangshan'],
    who,
  )!;
  const milestones = [
    { key: 'first', title: '摸清底数', ownerUnit: lead, by: dateOf(now, a) },
    { key: 'second', title: '出台办法', ownerUnit: 'emergency', by: dateOf(now, b) },
  ];
  return {
    operationId: 'openTopic',
    caller: staffOf(by),
    key: `topic-${n}`,
    path: {},
    body: {
      month: monthOf(now, utcOffsetMs),
      title: '供暖',
      itemCodes: [oneOf(items, b)],
      ...(isDistrict ? { district: 'fangshan' } : {}),
      leadUnit: lead,
      helperUnits: ['emergency'],
      analysis: '原因',
      measures: ['措施'],
      documents: [],
      milestones: milestones.slice(0, 1 + (who % 2)),
    },
  };
}

const asks = [
  'reportMilestone',
  'reportMilestone',
  'askMilestoneExtension',
  'askMilestoneExtension',
  'ruleOnMilestoneExtension',
  'ruleOnMilestoneExtension',
  'amendTopic',
  'evaluateTopic',
  'closeTopic',
  'withdrawTopic',
] as const satisfies readonly OperationId[];

/** Something asked of a topic that is there. */
export function onTopic(op: Op, facts: Facts, now: EpochMs): Wanted | undefined {
  const record = oneOf(undertakingsOf(facts, 'topic'), op.ticket);
  if (record === undefined) return undefined;
  const state = topicState.parse(record.state);
  const operationId = oneOf(asks, op.pick);
  const by = op.who % 8 === 0 ? 'transport' : speakerOf(operationId, state, op);
  const body = bodyOf(operationId, state, op, now);
  return { operationId, caller: staffOf(by), key: `step-${op.n}`, path: { topicId: record.id }, body };
}

function speakerOf(operationId: (typeof asks)[number], { lead, milestones }: TopicState, { a, b }: Op) {
  const isOwners = operationId === 'reportMilestone' || operationId === 'askMilestoneExtension';
  return isOwners ? (oneOf([lead, milestones[a % milestones.length]!.owner], b) ?? lead) : 'beijing';
}

function bodyOf(operationId: (typeof asks)[number], { milestones }: TopicState, op: Op, now: EpochMs) {
  const { a, b, n } = op;
  const { key: milestone, by } = milestones[a % milestones.length]!;
  switch (operationId) {
    case 'reportMilestone':
      return { milestone, done: b % 2 === 0, text: `进展${n}` };
    case 'askMilestoneExtension':
      return { milestone, until: dateOf(Math.max(now, by), b), reason: `理由${n}` };
    case 'ruleOnMilestoneExtension':
      return { milestone, granted: b % 3 > 0, reason: `理由${n}` };
    case 'amendTopic':
      return b % 2 === 0
        ? { analysis: `原因${n}` }
        : {
            milestones: [{ key: `more-${n}`, title: '回头看', ownerUnit: 'emergency', by: dateOf(now, b) }],
          };
    case 'evaluateTopic':
      return { text: `评估${n}`, thirdParty: { by: '第三方', asked: 100, satisfied: a % 101 } };
    case 'withdrawTopic':
      return { reason: `理由${n}` };
    default:
      return {};
  }
}
