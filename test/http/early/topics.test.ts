import { describe, expect, it } from 'vitest';
import { passTime } from '../../../sim/walk/host/pass-time.ts';
import { testCity } from '../support/test-city.ts';
import { testService } from '../support/test-service.ts';
import {
  city,
  clockOf,
  district,
  openedTopic,
  pass,
  platform,
  putBaseline,
  putCases,
  staffOf,
  topicBody,
  transport,
} from './topic-life.ts';

const evaluation = {
  text: '新增车位投入使用，投诉明显下降。',
  thirdParty: { by: '第三方调查机构', asked: 1_000, satisfied: 913 },
};
const done = { milestone: 'survey', done: true, text: '已摸底。' };

interface Topic {
  readonly status: string;
  readonly history: readonly { readonly event: string; readonly at: string }[];
  readonly milestones: readonly {
    readonly climbed: readonly { readonly rung: string; readonly at: string }[];
  }[];
  readonly evaluations: readonly object[];
  readonly measurements: readonly object[];
}

describe('a topic of the month over HTTP', () => {
  it('is one topic however often it is opened, and another body is a conflict', async () => {
    const service = testService();
    const open = (key: string, body: object = topicBody) =>
      service.call('openTopic', { role: city, body, headers: { 'idempotency-key': key } });

    const first = await open('one');
    const retried = await open('one');
    const elsewhere = await open('two');
    const other = await open('three', { ...topicBody, title: '停车' });
    const listed = await service.call('listTopics', { role: transport, query: { year: '2026' } });

    expect([first.status, retried.status, elsewhere.status]).toEqual([201, 200, 200]);
    expect(retried.headers['idempotent-replayed']).toBe('true');
    expect([retried.json.topicId, elsewhere.json.topicId]).toEqual([first.json.topicId, first.json.topicId]);
    expect(other.json).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(listed.json.rows).toMatchObject([{ topicId: first.json.topicId, title: topicBody.title }]);
  });

  it('has its baseline counted by itself, and opens the cases behind it', async () => {
    const service = testService();

    const path = await openedTopic(service);
    const { json } = await service.call('readTopic', { role: transport, path });
    const cases = await service.call('listTopicCases', {
      role: city,
      path,
      query: { answer: 'dissatisfied', limit: '100' },
    });

    expect(json).toMatchObject({
      baseline: { from: '2026-08', to: '2026-10', cases: 120, unresolved: 60, dissatisfied: 60 },
    });
    expect(json.measuring).toBeUndefined();
    expect(cases.json.rows).toHaveLength(60);
  });

  it('escalates a missed milestone once, each step stamped with its own time', async () => {
    const service = testService();
    const path = await openedTopic(service);

    await pass(service, '2027-01-20T00:00:00+08:00');
    const { json } = await service.call('readTopic', { role: city, path });
    const topic = json as unknown as Topic;
    const told = service.effects.take().map(({ body }) => JSON.parse(body));

    expect(topic.milestones[0]?.climbed).toEqual([
      { rung: 'warn-week', at: '2026-12-24T18:00:00.000+08:00' },
      { rung: 'date', at: '2026-12-31T18:00:00.000+08:00' },
      { rung: 'missed-day', at: '2027-01-01T18:00:00.000+08:00' },
      { rung: 'missed-week', at: '2027-01-07T18:00:00.000+08:00' },
    ]);
    expect(topic.history.filter(({ event }) => event === 'milestoneMissed')).toHaveLength(1);
    expect(topic.history.filter(({ event }) => event === 'milestoneEscalated')).toHaveLength(2);
    expect(told.filter(({ event }) => event === 'milestoneEscalated')).toMatchObject([
      { to: '110000', kind: 'notice', undertakingId: path.topicId },
      { to: '110000', kind: 'notice', undertakingId: path.topicId },
    ]);
  });

  it('is not closed without an evaluation; closed, it is tracked month by month', async () => {
    const service = testService();
    const path = await openedTopic(service);
    const role = city;
    await service.call('reportMilestone', { role: transport, path, body: done });
    const early = await service.call('closeTopic', { role, path, body: {} });
    for (const month of ['2026-11', '2026-12']) await putCases(service, month, { count: 10, bad: 2 });
    await pass(service, '2027-01-10T09:00:00+08:00');

    const asked = await service.call('evaluateTopic', {
      role,
      path,
      body: evaluation,
      headers: { 'idempotency-key': 'evaluation' },
    });
    const tooSoon = await service.call('closeTopic', { role, path, body: {} });
    await pass(service, '2027-01-10T12:00:00+08:00');
    const retried = await service.call('evaluateTopic', {
      role,
      path,
      body: evaluation,
      headers: { 'idempotency-key': 'evaluation' },
    });
    const closed = await service.call('closeTopic', { role, path, body: {} });
    await putCases(service, '2027-02', { count: 40, bad: 24 });
    await pass(service, '2028-02-10T00:00:00+08:00');
    const after = (await service.call('readTopic', { role, path })).json as unknown as Topic;

    expect(early.json).toMatchObject({ code: 'OUT_OF_TURN' });
    expect(tooSoon.json).toMatchObject({ code: 'OUT_OF_TURN' });
    expect(asked.json.measuring).toMatchObject({ from: '2026-11', to: '2026-12' });
    expect(retried.headers['idempotent-replayed']).toBe('true');
    // 10 cases a month x 0.2 x 0.2 beside 40 x 0.5 x 0.5.
    expect(retried.json).toMatchObject({
      evaluations: [{ cases: 20, unresolved: 4, ratio: 0.04, thirdParty: evaluation.thirdParty }],
      thirdPartySatisfaction: 0.913,
    });
    expect(closed.json).toMatchObject({ status: 'tracked', measuring: { from: '2027-02' } });
    expect(after.status).toBe('ended');
    expect(after.measurements).toHaveLength(12);
    expect(after.measurements[0]).toMatchObject({ from: '2027-02', cases: 40, ratio: 1.44, rebound: true });
    expect(after.measurements[1]).toMatchObject({ from: '2027-03', cases: 0, ratio: 0, rebound: false });
  });

  it('waits for its months where nothing counts them, without writing a line each time', async () => {
    const service = testService();
    await putBaseline(service);
    const opened = await service.call('openTopic', { role: city, body: topicBody });
    const path = { topicId: String(opened.json.topicId) };

    await passTime(service.tickets, clockOf(service), service.time.now + 86_400_000);
    const { history } = (await service.call('readTopic', { role: city, path })).json as unknown as Topic;

    expect(history.map(({ event }) => event)).toEqual(['topicOpened', 'measuringPutOff']);
  });

  it('is amended, extended and withdrawn by whom it concerns', async () => {
    const service = testService();
    const path = await openedTopic(service);
    const extension = { milestone: 'survey', until: '2027-02-15T18:00:00+08:00', reason: '数据待核。' };
    const ruling = { milestone: 'survey', granted: true, reason: '同意。' };

    const plan = await service.call('amendTopic', {
      role: transport,
      path,
      body: { measures: ['错时共享'] },
    });
    const team = await service.call('amendTopic', {
      role: transport,
      path,
      body: { helperUnits: ['urban'] },
    });
    const stranger = await service.call('amendTopic', {
      role: staffOf('water'),
      path,
      body: { measures: ['无关'] },
    });
    await service.call('askMilestoneExtension', { role: transport, path, body: extension });
    const elsewhere = await service.call('ruleOnMilestoneExtension', { role: district, path, body: ruling });
    const granted = await service.call('ruleOnMilestoneExtension', { role: platform, path, body: ruling });
    const withdrawn = await service.call('withdrawTopic', { role: city, path, body: { reason: '重复。' } });
    const after = await service.call('reportMilestone', { role: transport, path, body: done });

    expect(plan.json).toMatchObject({
      measures: ['错时共享'],
      amendments: [{ by: 'transport', before: { measures: topicBody.measures } }],
    });
    expect([team.json.code, stranger.json.code, elsewhere.json.code]).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
    ]);
    expect(granted.json).toMatchObject({
      milestones: [{ by: '2027-02-15T18:00:00.000+08:00', status: 'due' }],
    });
    expect(withdrawn.json).toMatchObject({ status: 'withdrawn', withdrawnFor: '重复。' });
    expect(after.json).toMatchObject({ code: 'NOT_ACCEPTED', accepted: [] });
  });

  it('is found by year, month and unit, and is not found where there is none', async () => {
    const service = testService();
    await openedTopic(service);
    const found = async (query: Record<string, string>) =>
      ((await service.call('listTopics', { role: transport, query })).json.rows as object[] | undefined)
        ?.length;

    expect(await found({ year: '2026' })).toBe(1);
    expect(await found({ month: '2026-11' })).toBe(1);
    expect(await found({ unit: 'urban' })).toBe(1);
    expect(await found({ year: '2025' })).toBe(0);
    expect(await found({ year: '2026', unit: 'urban' })).toBeUndefined();
    expect(
      (await service.call('readTopic', { role: transport, path: { topicId: `topic_${'0'.repeat(32)}` } }))
        .status,
    ).toBe(404);
  });

  it('is refused by a pack that has no topics, which names the key it lacks', async () => {
    const service = testService({ city: testCity('baltimore', 'baltimore') });
    const unit = service.tickets.city.rules.units.codes[service.tickets.city.rules.units.city]!;

    const refused = await service.call('openTopic', {
      role: { ...city, unit },
      body: topicBody,
    });

    expect(refused.json).toMatchObject({ code: 'NOT_IN_REMIT', rule: 'early.topic' });
  });
});
