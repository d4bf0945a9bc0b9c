import type { PartName } from './parts/part-result.ts';

/** How a measure is read: `share` from 0 to 1, `count` of things, `hours`, `seconds`, `points` of a board. */
export type MeasureUnit = 'count' | 'share' | 'hours' | 'seconds' | 'points';

export interface Measure {
  readonly zh: string;
  readonly en: string;
  readonly unit: MeasureUnit;
  /** Which way a city wants it to go; absent where neither is better. */
  readonly better?: 'higher' | 'lower';
  /** Only of scenarios that say something of causes and acting early, or that switch this part of the model on. */
  readonly of?: 'early' | PartName;
}

/**
 * What a run is judged by, in the order it is shown. All of it is about contacts and tickets that came after the warm-up;
 * a share whose base is empty is NaN.
 */
export const measures = {
  contacts: { zh: '来电来件', en: 'Contacts', unit: 'count' },
  settledAtDesk: { zh: '当场答复', en: 'Settled at the desk', unit: 'count' },
  tickets: { zh: '工单', en: 'Tickets', unit: 'count' },
  dispatched: { zh: '派单', en: 'Dispatches, again ones included', unit: 'count' },
  closed: { zh: '办结', en: 'Tickets ended', unit: 'count' },
  onTimeShare: { zh: '按时办结率', en: 'On time, of ended and overdue', unit: 'share', better: 'higher' },
  responseRate: { zh: '响应率', en: 'Response rate', unit: 'share', better: 'higher' },
  resolutionRate: { zh: '解决率', en: 'Resolution rate', unit: 'share', better: 'higher' },
  satisfactionRate: { zh: '满意率', en: 'Satisfaction rate', unit: 'share', better: 'higher' },
  overdueShare: { zh: '超期率', en: 'Deadline missed', unit: 'share', better: 'lower' },
  signedInTimeShare: { zh: '及时签收率', en: 'Signed in time', unit: 'share', better: 'higher' },
  contactedInTimeShare: { zh: '及时联系率', en: 'Contacted in time', unit: 'share', better: 'higher' },
  reopenedShare: { zh: '重办率', en: 'Reopened', unit: 'share', better: 'lower' },
  disputedShare: { zh: '派单异议率', en: 'Dispatch disputed', unit: 'share', better: 'lower' },
  transferredShare: { zh: '改派率', en: 'Given to another unit', unit: 'share', better: 'lower' },
  extendedShare: { zh: '延期率', en: 'Deadline extended', unit: 'share', better: 'lower' },
  supervisedShare: { zh: '督办率', en: 'Under supervision', unit: 'share', better: 'lower' },
  whistles: { zh: '吹哨', en: 'Whistles', unit: 'count' },
  summonses: { zh: '报到', en: 'Units summoned', unit: 'count' },
  arrivedInTimeShare: { zh: '按时报到率', en: 'Arrived in time', unit: 'share', better: 'higher' },
  reachedShare: { zh: '回访接通率', en: 'Reached by the callback', unit: 'share' },
  meanHandlingHours: { zh: '平均办理时长', en: 'Mean time to the answer', unit: 'hours', better: 'lower' },
  p50HandlingHours: { zh: '办理时长中位数', en: 'Median time to the answer', unit: 'hours', better: 'lower' },
  p90HandlingHours: {
    zh: '办理时长九分位',
    en: 'Nine in ten answered within',
    unit: 'hours',
    better: 'lower',
  },
  meanWaitHours: { zh: '平均等待', en: 'Mean wait for somebody free', unit: 'hours', better: 'lower' },
  backlogMean: { zh: '平均在办', en: 'Tickets in hand, mean', unit: 'count', better: 'lower' },
  backlogMax: { zh: '最高在办', en: 'Tickets in hand, most at a day’s end', unit: 'count', better: 'lower' },
  overdueOpenMean: { zh: '平均超期未结', en: 'Overdue and open, mean', unit: 'count', better: 'lower' },
  oldCasesOpen: { zh: '积案未结', en: 'Old cases still open', unit: 'count', better: 'lower' },
  utilisationMean: { zh: '人员利用率', en: 'Staff hours used', unit: 'share' },
  staffHours: { zh: '用去工时', en: 'Staff hours used, all work', unit: 'hours', better: 'lower' },
  repeatCallShare: { zh: '重复来电占比', en: 'From repeat callers', unit: 'share' },
  failureRepeatShare: {
    zh: '未解决再来电占比',
    en: 'Called again after failure',
    unit: 'share',
    better: 'lower',
  },
  sameAddressShare: { zh: '同址重复占比', en: 'Same matter at the same address', unit: 'share' },
  phoneShare: { zh: '电话占比', en: 'By telephone', unit: 'share' },
  scoreMean: { zh: '月度平均得分', en: 'Mean score on the month’s boards', unit: 'points', better: 'higher' },
  scoreSpread: { zh: '月度得分标准差', en: 'Spread of scores on one board', unit: 'points' },
  causeTickets: {
    zh: '同因工单',
    en: 'Tickets of a common cause',
    unit: 'count',
    better: 'lower',
    of: 'early',
  },
  avoidedTickets: { zh: '避免的工单', en: 'Tickets avoided', unit: 'count', better: 'higher', of: 'early' },
  avoidedByAction: {
    zh: '因预警处置而避免',
    en: 'Avoided by acting on warnings',
    unit: 'count',
    of: 'early',
  },
  avoidedByTopic: { zh: '因每月一题而避免', en: 'Avoided by topics', unit: 'count', of: 'early' },
  avoidedByPatrol: { zh: '因巡查而避免', en: 'Avoided by patrols', unit: 'count', of: 'early' },
  warnings: { zh: '预警', en: 'Warnings', unit: 'count', of: 'early' },
  falseAlarms: { zh: '误报', en: 'False alarms', unit: 'count', better: 'lower', of: 'early' },
  detectionHours: {
    zh: '发现用时（自首件诉求）',
    en: 'From a cause’s first request to its warning',
    unit: 'hours',
    better: 'lower',
    of: 'early',
  },
  warningsActed: { zh: '已处置的预警', en: 'Warnings acted on', unit: 'count', of: 'early' },
  matters: { zh: '同因并案', en: 'Matters', unit: 'count', of: 'early' },
  membersPerMatter: { zh: '每案并入工单', en: 'Tickets in a matter, mean', unit: 'count', of: 'early' },
  topics: { zh: '每月一题', en: 'Topics opened', unit: 'count', of: 'early' },
  patrolFinds: { zh: '巡查发现', en: 'Causes found by patrols', unit: 'count', of: 'early' },
  earlyHours: { zh: '未诉先办工时', en: 'Staff hours of acting early', unit: 'hours', of: 'early' },
  skillHeldShare: {
    zh: '有人空闲而等专长',
    en: 'Waited for a skill beside idle people',
    unit: 'share',
    better: 'lower',
    of: 'skills',
  },
  helpParts: { zh: '协办件', en: 'Helpers’ parts done', unit: 'count', of: 'help' },
  helpWaitHours: {
    zh: '协办平均等待',
    en: 'Mean wait of helpers’ parts',
    unit: 'hours',
    better: 'lower',
    of: 'help',
  },
  helpLateShare: {
    zh: '协办超期率',
    en: 'Helpers past their limit',
    unit: 'share',
    better: 'lower',
    of: 'help',
  },
  heldForHelpShare: {
    zh: '等待协办率',
    en: 'Leads that waited for a helper',
    unit: 'share',
    better: 'lower',
    of: 'help',
  },
  callsOffered: { zh: '电话呼入', en: 'Calls offered', unit: 'count', of: 'seats' },
  answeredInTimeShare: {
    zh: '及时接听率',
    en: 'Calls answered in time',
    unit: 'share',
    better: 'higher',
    of: 'seats',
  },
  abandonedShare: { zh: '放弃率', en: 'Calls given up', unit: 'share', better: 'lower', of: 'seats' },
  callsLost: { zh: '未能接通的诉求', en: 'Callers lost', unit: 'count', better: 'lower', of: 'seats' },
  meanAnswerSeconds: {
    zh: '平均应答等待',
    en: 'Mean wait for an agent',
    unit: 'seconds',
    better: 'lower',
    of: 'seats',
  },
  seatUtilisation: { zh: '坐席利用率', en: 'Agents’ time used', unit: 'share', of: 'seats' },
} as const satisfies Readonly<Record<string, Measure>>;

export type MeasureName = keyof typeof measures;

export const measureNames = Object.keys(measures) as readonly MeasureName[];
