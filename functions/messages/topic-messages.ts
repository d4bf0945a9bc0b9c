import type { MeetingEvent } from '../core/early/agenda/meeting.ts';
import type { TopicEvent } from '../core/early/topic/topic-events.ts';
import type { AgendaPolicy } from '../core/policy/agenda-policy.ts';
import type { Text } from './text.ts';

/** What can happen to a topic of the month. */
export const topicEventMessages = {
  topicOpened: { zh: '专题立题', en: 'topic opened' },
  topicAmended: { zh: '专题方案调整', en: 'topic amended' },
  milestoneReported: { zh: '节点进展', en: 'progress on a milestone' },
  milestoneDone: { zh: '节点完成', en: 'milestone done' },
  milestoneWarned: { zh: '节点临期提醒', en: 'milestone near its date' },
  milestoneMissed: { zh: '节点逾期', en: 'milestone missed' },
  milestoneEscalated: { zh: '节点逾期提级督办', en: 'missed milestone escalated' },
  milestoneExtensionAsked: { zh: '申请节点延期', en: 'extension of a milestone asked for' },
  milestoneExtended: { zh: '同意节点延期', en: 'milestone extended' },
  milestoneExtensionRefused: { zh: '不同意节点延期', en: 'extension of a milestone refused' },
  baselineCounted: { zh: '专题底数已统计', en: 'baseline counted' },
  topicEvaluationAsked: { zh: '发起回访评估', en: 'evaluation asked for' },
  topicEvaluated: { zh: '回访评估完成', en: 'topic evaluated' },
  topicClosed: { zh: '专题办结，转入跟踪', en: 'topic closed' },
  topicWithdrawn: { zh: '专题撤销', en: 'topic withdrawn' },
  topicMeasured: { zh: '跟踪监测', en: 'topic measured' },
  topicReboundFound: { zh: '问题反弹', en: 'the problem came back' },
  measuringPutOff: { zh: '待统计', en: 'months are being counted' },
  topicTrackingEnded: { zh: '跟踪监测结束', en: 'tracking ended' },
} as const satisfies Record<TopicEvent, Text>;

/** What can happen to a joint meeting. */
export const meetingEventMessages = {
  meetingCalled: { zh: '召开联席会议', en: 'joint meeting called' },
  meetingDecided: { zh: '联席会议议定', en: 'decided by the joint meeting' },
  meetingDecisionsDue: { zh: '议题逾期未决', en: 'rows of the agenda undecided' },
  meetingClosed: { zh: '联席会议结束', en: 'joint meeting closed' },
} as const satisfies Record<MeetingEvent, Text>;

/** What each operation on topics and joint meetings does, in one line for the API's description. */
export const topicOperationMessages = {
  listCandidates: {
    zh: '每月一题候选：高频、未解决、不满意',
    en: 'Rank what could be the topic of a month by frequency, unresolved and dissatisfied',
  },
  refreshCandidates: { zh: '统计候选月份', en: 'Have the months before it counted where they are not' },
  listCandidateCases: { zh: '查看候选背后的工单', en: 'List the cases behind a candidate' },
  openTopic: { zh: '立题', en: 'Open a topic for a month' },
  listTopics: { zh: '查看年度专题清单', en: 'List the topics of a year, a month or a unit' },
  readTopic: { zh: '查看专题', en: 'Read a topic with its plan, timetable, figures and history' },
  listTopicCases: { zh: '查看专题涉及的工单', en: 'List the cases behind a topic’s figures' },
  amendTopic: { zh: '调整专题方案', en: 'Amend a topic’s plan; what stood there before is kept' },
  reportMilestone: { zh: '报告节点进展或完成', en: 'Report on a milestone, or that it is done' },
  askMilestoneExtension: { zh: '申请节点延期', en: 'Ask for a later date of a milestone' },
  ruleOnMilestoneExtension: { zh: '批复节点延期', en: 'Grant or refuse a later date' },
  evaluateTopic: { zh: '发起回访评估', en: 'Evaluate a topic against its baseline' },
  closeTopic: { zh: '专题办结，转入跟踪', en: 'Close an evaluated topic; it stays tracked' },
  withdrawTopic: { zh: '撤销专题', en: 'Withdraw a topic opened in error' },
  drawAgenda: { zh: '生成联席会议议程', en: 'Draw the agenda of a joint meeting' },
  callMeeting: { zh: '召开联席会议', en: 'Call a joint meeting and freeze its agenda' },
  listMeetings: { zh: '查看联席会议', en: 'List joint meetings, latest first' },
  readMeeting: { zh: '查看联席会议议程和议定事项', en: 'Read a meeting’s agenda and decisions' },
  decideMeetingRow: { zh: '登记议定事项', en: 'Record what the meeting decided on a row' },
  closeMeeting: { zh: '联席会议结束', en: 'Close a meeting whose rows are all decided' },
} as const satisfies Readonly<Record<string, Text>>;

/** The columns of an agenda's file. */
export const agendaWords = {
  n: { zh: '序号', en: 'No.' },
  group: { zh: '分组', en: 'Group' },
  kind: { zh: '类别', en: 'Kind' },
  ticketId: { zh: '工单号', en: 'Ticket' },
  undertakingId: { zh: '督办事项', en: 'Undertaking' },
  milestone: { zh: '节点', en: 'Milestone' },
  unitCode: { zh: '单位代码', en: 'Unit code' },
  unit: { zh: '单位', en: 'Unit' },
  districtCode: { zh: '所属区', en: 'District' },
  itemCode: { zh: '事项', en: 'Item' },
  tier: { zh: '时限等级', en: 'Tier' },
  since: { zh: '受理时间', en: 'Since' },
  limitAt: { zh: '时限', en: 'Limit' },
} as const satisfies Record<string, Text>;

/** The kinds of matters on an agenda. */
export const agendaKindNames = {
  disputed: { zh: '派单争议', en: 'Dispute' },
  overdue: { zh: '超期未结', en: 'Overdue' },
  missedMilestone: { zh: '专题节点逾期', en: 'Missed milestone' },
  unansweredWarning: { zh: '预警未回应', en: 'Warning not answered' },
} as const satisfies Record<NonNullable<AgendaPolicy['takes']['value']>[number], Text>;
