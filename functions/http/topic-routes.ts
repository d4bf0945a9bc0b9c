import type { Scope } from './scopes.ts';

const read = ['early.read'] as const;
const manage = ['early.manage'] as const;
/** The lead writes its plan; supervisors amend it. The rules behind say who may write what. */
const write = ['early.manage', 'tickets.handle'] as const;
const handle = ['tickets.handle'] as const;

const topic = '/topics/{topicId}';
const candidates = '/topic-candidates/{month}';
const meeting = '/meetings/{meetingId}';

/** The routes of topics of the month (每月一题) and of joint meetings (联席会议). */
export const topicRoutes = [
  { method: 'GET', path: candidates, scope: manage, handler: 'early', operationId: 'listCandidates' },
  {
    method: 'POST',
    path: `${candidates}/refresh`,
    scope: manage,
    handler: 'early',
    operationId: 'refreshCandidates',
  },
  {
    method: 'GET',
    path: `${candidates}/cases`,
    scope: manage,
    handler: 'early',
    operationId: 'listCandidateCases',
  },
  { method: 'POST', path: '/topics', scope: manage, handler: 'early', operationId: 'openTopic' },
  { method: 'GET', path: '/topics', scope: read, handler: 'early', operationId: 'listTopics' },
  { method: 'GET', path: topic, scope: read, handler: 'early', operationId: 'readTopic' },
  { method: 'GET', path: `${topic}/cases`, scope: manage, handler: 'early', operationId: 'listTopicCases' },
  { method: 'POST', path: `${topic}/amend`, scope: write, handler: 'early', operationId: 'amendTopic' },
  {
    method: 'POST',
    path: `${topic}/report`,
    scope: handle,
    handler: 'early',
    operationId: 'reportMilestone',
  },
  {
    method: 'POST',
    path: `${topic}/ask-extension`,
    scope: handle,
    handler: 'early',
    operationId: 'askMilestoneExtension',
  },
  {
    method: 'POST',
    path: `${topic}/rule-on-extension`,
    scope: manage,
    handler: 'early',
    operationId: 'ruleOnMilestoneExtension',
  },
  {
    method: 'POST',
    path: `${topic}/evaluate`,
    scope: manage,
    handler: 'early',
    operationId: 'evaluateTopic',
  },
  { method: 'POST', path: `${topic}/close`, scope: manage, handler: 'early', operationId: 'closeTopic' },
  {
    method: 'POST',
    path: `${topic}/withdraw`,
    scope: manage,
    handler: 'early',
    operationId: 'withdrawTopic',
  },
  { method: 'GET', path: '/agenda', scope: manage, handler: 'early', operationId: 'drawAgenda' },
  { method: 'POST', path: '/meetings', scope: manage, handler: 'early', operationId: 'callMeeting' },
  { method: 'GET', path: '/meetings', scope: read, handler: 'early', operationId: 'listMeetings' },
  { method: 'GET', path: meeting, scope: read, handler: 'early', operationId: 'readMeeting' },
  {
    method: 'POST',
    path: `${meeting}/decisions`,
    scope: manage,
    handler: 'early',
    operationId: 'decideMeetingRow',
  },
  { method: 'POST', path: `${meeting}/close`, scope: manage, handler: 'early', operationId: 'closeMeeting' },
] as const satisfies readonly {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly scope: readonly Scope[];
  readonly handler: 'early';
  readonly operationId: string;
}[];
