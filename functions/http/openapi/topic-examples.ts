import type { Example } from './examples.ts';
import { sampleTicketId } from './sample-ticket.ts';

const topicId = 'topic_5b2e8d1c6f5a49328e1d4c7b6a590f3e';
const meetingId = 'meeting_7c1e8d1c6f5a49328e1d4c7b6a590f3e';
const openedAt = '2026-11-22T09:00:00.000+08:00';
const digest = '9f2c41d07b7e5b1a';

const counts = {
  cases: 412,
  resolutionBase: 380,
  unresolved: 152,
  satisfactionBase: 371,
  dissatisfied: 130,
};

const request = {
  month: '2026-11',
  title: '小区停车难',
  itemCodes: ['0601-02'],
  leadUnit: 'transport',
  helperUnits: ['urban', 'planning'],
  analysis: '老旧小区配建不足，周边错时共享未打通。',
  measures: ['挖潜小区内部车位', '推动周边单位错时共享'],
  documents: [{ title: '停车设施有偿错时共享办法' }],
  milestones: [
    {
      key: 'survey',
      title: '完成小区摸底',
      ownerUnit: 'transport',
      by: '2026-12-31T18:00:00.000+08:00',
    },
  ],
};

const milestone = {
  ...request.milestones[0]!,
  status: 'missed',
  climbed: [
    { rung: 'warn-week', at: '2026-12-24T18:00:00.000+08:00' },
    { rung: 'date', at: '2026-12-31T18:00:00.000+08:00' },
  ],
  missedAt: '2026-12-31T18:00:00.000+08:00',
  reports: [],
  extensions: [],
};

const head = {
  topicId,
  month: request.month,
  title: request.title,
  itemCodes: request.itemCodes,
  status: 'open',
  leadUnit: request.leadUnit,
  helperUnits: request.helperUnits,
  openedAt,
  rebound: false,
};

const line = {
  n: 1,
  at: openedAt,
  event: 'topicOpened',
  by: '110000',
  rule: 'early.topic',
  unitCode: 'transport',
};

const topic = {
  ...head,
  openedBy: '110000',
  analysis: request.analysis,
  measures: request.measures,
  documents: request.documents,
  milestones: [milestone],
  baseline: { from: '2026-08', to: '2026-10', digest, ...counts },
  evaluations: [],
  measurements: [],
  amendments: [],
  history: [line],
  rev: 4,
};

const caseRow = {
  type: 'case',
  id: `${sampleTicketId}.9`,
  unitCode: '110101017',
  month: '2026-10',
  at: '2026-10-12T10:00:00.000+08:00',
  ticketId: sampleTicketId,
  itemCode: '0601-02',
};

const agendaRow = {
  n: 1,
  group: 'disputed',
  kind: 'disputed',
  ticketId: sampleTicketId,
  unitCode: '110101017',
  districtCode: '110101',
  itemCode: '0601-02',
  tier: 'general',
  since: '2026-11-18T09:00:00.000+08:00',
  limitAt: '2026-11-22T17:00:00.000+08:00',
};

const meetingHead = {
  meetingId,
  title: '2026年11月第三周联席会议',
  unitCode: '110101',
  status: 'open',
  openedAt,
  openedBy: '110101',
  decideBy: '2026-11-29T09:00:00.000+08:00',
  rowsAll: 1,
  rowsDecided: 1,
  left: 0,
};

const decided = { type: 'arbitrated', row: 1, leadUnit: '110101017' };

const meeting = {
  ...meetingHead,
  rows: [agendaRow],
  decisions: [
    { ...decided, at: openedAt, by: '110101', ticketId: sampleTicketId, commandId: `${meetingId}.1` },
  ],
  history: [
    { ...line, event: 'meetingCalled', by: '110101', rule: 'early.agenda.takes', unitCode: '110101' },
  ],
  rev: 3,
};

const path = { topicId };
const page = { limit: '25' };
const month = { month: request.month };
const candidate = {
  rank: 1,
  itemCode: '0601-02',
  ...counts,
  unresolvedShare: 0.4,
  dissatisfiedShare: 0.350404,
  weight: 57.746631,
};
const job = {
  jobId: 'matters-2026-10-20779',
  task: 'refresh',
  kind: 'matters',
  period: '2026-10',
  state: 'waiting',
  askedAt: openedAt,
  unitsDone: 0,
  unitsAll: 0,
  entries: 0,
  reads: 0,
  writes: 0,
};
const change = (body: object): Example => ({ path, body, answer: topic });

export const topicExamples = {
  listCandidates: {
    path: month,
    query: { by: 'item' },
    answer: { from: '2026-08', to: '2026-10', digest, rows: [candidate] },
  },
  refreshCandidates: { path: month, body: {}, answer: { missing: ['2026-10'], jobs: [job] } },
  listCandidateCases: {
    path: month,
    query: { itemCode: '0601-02', answer: 'unresolved', ...page },
    answer: { rows: [caseRow] },
  },
  openTopic: { body: request, answer: topic },
  listTopics: {
    query: { year: '2026', ...page },
    answer: { rows: [{ ...head, milestones: { all: 1, done: 0, missed: 1 } }] },
  },
  readTopic: { path, answer: topic },
  listTopicCases: { path, query: { of: 'baseline', ...page }, answer: { rows: [caseRow] } },
  amendTopic: change({ measures: ['挖潜小区内部车位', '划定夜间临时停车路段'] }),
  reportMilestone: change({ milestone: 'survey', done: true, text: '已摸底 1,204 个小区。' }),
  askMilestoneExtension: change({
    milestone: 'survey',
    until: '2027-01-31T18:00:00.000+08:00',
    reason: '两区数据待核。',
  }),
  ruleOnMilestoneExtension: change({ milestone: 'survey', granted: true, reason: '同意。' }),
  evaluateTopic: change({
    text: '新增车位投入使用，投诉明显下降。',
    thirdParty: { by: '第三方调查机构', asked: 1_000, satisfied: 913 },
  }),
  closeTopic: change({}),
  withdrawTopic: change({ reason: '与已有专题重复。' }),
  drawAgenda: { query: { unit: '110101', format: 'json' }, answer: { rows: [agendaRow], left: 0 } },
  callMeeting: { body: { unit: '110101', title: meetingHead.title }, answer: meeting },
  listMeetings: { query: { unit: '110101', ...page }, answer: { rows: [meetingHead] } },
  readMeeting: { path: { meetingId }, answer: meeting },
  decideMeetingRow: { path: { meetingId }, body: decided, answer: meeting },
  closeMeeting: { path: { meetingId }, body: {}, answer: { ...meeting, status: 'closed' } },
} as const satisfies Readonly<Record<string, Example>>;
