import { describe, expect, it } from 'vitest';
import { sampleSubmission } from '../../../functions/http/openapi/sample-ticket.ts';
import { type TestService, testService } from '../support/test-service.ts';
import { city, district, openedTopic, pass, platform, topicBody } from './topic-life.ts';

const street = {
  sub: 'staff-9',
  role: 'unit',
  unit: '110101001',
  scope: 'tickets.handle tickets.read early.read',
};
const title = '2026年12月联席会议';

/** Two tickets of 东华门街道: one it disputes, one it lets lie past its deadline. */
async function twoTickets(service: TestService) {
  const submit = async (sourceKey: string) => {
    const body = {
      ...sampleSubmission,
      sourceKey,
      itemCode: '0201-01',
      place: { unitCode: '110101001' },
    };
    const { json } = await service.call('submitTicket', { role: platform, body });
    return { ticketId: String(json.ticketId) };
  };
  const late = await submit('late');
  await pass(service, service.time.now + 12 * 86_400_000);
  const disputed = await submit('disputed');
  await service.call('dispute', { role: street, path: disputed, body: { text: '不属本街道。' } });
  return { disputed, late };
}

interface Row {
  readonly n: number;
  readonly kind: string;
  readonly ticketId?: string;
  readonly milestone?: string;
}
const rowsOf = (json: object) => (json as { rows: readonly Row[] }).rows;

describe('the agenda of a joint meeting', () => {
  it('is drawn from disputes and delays of a district, as JSON and as CSV', async () => {
    const service = testService();
    const { disputed, late } = await twoTickets(service);
    const query = { unit: '110101' };

    const json = await service.call('drawAgenda', { role: district, query });
    const csv = await service.call('drawAgenda', { role: district, query: { ...query, format: 'csv' } });
    const elsewhere = await service.call('drawAgenda', { role: city, query: { unit: '110102' } });

    expect(rowsOf(json.json)).toMatchObject([
      { n: 1, kind: 'disputed', ticketId: disputed.ticketId, unitCode: '110101001', districtCode: '110101' },
      { n: 2, kind: 'overdue', ticketId: late.ticketId, itemCode: '0201-01' },
    ]);
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\r\n').slice(0, 2)).toEqual([
      '\ufeff序号,分组,类别,工单号,督办事项,节点,单位代码,单位,所属区,事项,时限等级,受理时间,时限',
      expect.stringMatching(new RegExp(`^1,disputed,派单争议,${disputed.ticketId},,,110101001,东华门街道,`)),
    ]);
    expect(elsewhere.json).toEqual({ rows: [], left: 0 });
  });

  it('holds missed milestones of the city’s topics', async () => {
    const service = testService();
    const { topicId } = await openedTopic(service);
    await pass(service, '2027-01-02T00:00:00+08:00');

    const { json } = await service.call('drawAgenda', { role: city, query: { unit: '110000' } });

    expect(rowsOf(json)).toMatchObject([
      { kind: 'missedMilestone', undertakingId: topicId, milestone: 'survey', unitCode: 'transport' },
    ]);
  });

  it.each([
    [district, '110102', 'FORBIDDEN'],
    [district, '110000', 'FORBIDDEN'],
    [city, '110101001', 'INVALID'],
    [city, 'nowhere', 'UNKNOWN_UNIT'],
  ])('is not for everybody (%#)', async (role, unit, code) => {
    const { json } = await testService().call('drawAgenda', { role, query: { unit } });

    expect(json.code).toBe(code);
  });
});

describe('a joint meeting', () => {
  it('arbitrates a dispute once, by the ordinary command, which names the meeting in the ticket', async () => {
    const service = testService();
    const { disputed } = await twoTickets(service);
    const called = await service.call('callMeeting', { role: district, body: { unit: '110101', title } });
    const path = { meetingId: String(called.json.meetingId) };
    const decide = (key: string, leadUnit: string) =>
      service.call('decideMeetingRow', {
        role: district,
        path,
        body: { type: 'arbitrated', row: 1, leadUnit, text: '由景山街道办理。' },
        headers: { 'idempotency-key': key },
      });

    const first = await decide('one', '110101002');
    const retried = await decide('one', '110101002');
    const second = await decide('two', '110101003');
    const ticket = await service.call('readTicket', { role: district, path: disputed });
    const { history } = ticket.json as unknown as { history: { event: string; commandId?: string }[] };
    const record = await service.tickets.store.load(disputed.ticketId);

    expect(first.json).toMatchObject({
      rowsDecided: 1,
      decisions: [
        {
          row: 1,
          type: 'arbitrated',
          leadUnit: '110101002',
          ticketId: disputed.ticketId,
          commandId: `${path.meetingId}.1`,
        },
      ],
    });
    expect(retried.status).toBe(200);
    expect(retried.headers['idempotent-replayed']).toBe('true');
    expect(second.json).toMatchObject({ code: 'OUT_OF_TURN' });
    expect(history.filter(({ event }) => event === 'arbitrated')).toHaveLength(1);
    expect(record?.state.lead).toBe('110101002');
    expect(record?.history.find(({ event }) => event === 'arbitrated')?.commandId).toBe(
      `${path.meetingId}.1`,
    );
  });

  it('keeps the agenda it was called with, and is one meeting however often it is called', async () => {
    const service = testService();
    const { late } = await twoTickets(service);
    const call = () => service.call('callMeeting', { role: district, body: { unit: '110101', title } });

    const first = await call();
    await service.call('sign', { role: street, path: late, body: {} });
    await service.call('answer', { role: street, path: late, body: { text: '已办。' } });
    const again = await call();
    const listed = await service.call('listMeetings', { role: street, query: { unit: '110101' } });

    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json.rows).toEqual(first.json.rows);
    expect(listed.json.rows).toMatchObject([{ meetingId: first.json.meetingId, rowsAll: 2, rowsDecided: 0 }]);
  });

  it('records topics that were opened and what else is to be done, and closes when all is decided', async () => {
    const service = testService();
    await twoTickets(service);
    const role = city;
    const called = await service.call('callMeeting', { role, body: { unit: '110000', title } });
    const path = { meetingId: String(called.json.meetingId) };
    const decide = (body: object) => service.call('decideMeetingRow', { role, path, body });
    const opened = await service.call('openTopic', { role, body: { ...topicBody, month: '2026-12' } });
    const { topicId } = opened.json;

    const none = await decide({ type: 'topic', row: 1, topicId: `topic_${'0'.repeat(32)}` });
    const early = await service.call('closeMeeting', { role, path, body: {} });
    const topic = await decide({ type: 'topic', row: 1, topicId });
    const wrong = await decide({ type: 'arbitrated', row: 2, leadUnit: '110101002' });
    const noted = await decide({ type: 'noted', row: 2, text: '三日内办结。' });
    const outside = await decide({ type: 'noted', row: 9, text: '无。' });
    const closed = await service.call('closeMeeting', { role, path, body: {} });

    expect(none.json).toMatchObject({ code: 'INVALID', errors: [{ field: 'topicId' }] });
    expect(early.json.code).toBe('OUT_OF_TURN');
    expect(topic.json.decisions).toMatchObject([{ row: 1, type: 'topic', topicId }]);
    expect(wrong.json).toMatchObject({ code: 'INVALID', errors: [{ field: 'type' }] });
    expect(noted.json).toMatchObject({ rowsDecided: 2 });
    expect(outside.json).toMatchObject({ code: 'INVALID', errors: [{ field: 'row' }] });
    expect(closed.json).toMatchObject({ status: 'closed' });
  });

  it('tells whoever called it, once, that rows are undecided when their time is over', async () => {
    const service = testService();
    await twoTickets(service);
    const called = await service.call('callMeeting', { role: district, body: { unit: '110101', title } });
    const path = { meetingId: String(called.json.meetingId) };
    const calledAt = service.time.now;

    await pass(service, calledAt + 30 * 86_400_000);
    const { json } = await service.call('readMeeting', { role: district, path });
    const { history } = json as unknown as { history: { event: string; at: string }[] };
    const due = history.filter(({ event }) => event === 'meetingDecisionsDue');

    expect(due).toHaveLength(1);
    expect(Date.parse(due[0]!.at)).toBe(calledAt + 7 * 86_400_000);
  });

  it('is not called without anything to decide', async () => {
    const { json } = await testService().call('callMeeting', {
      role: district,
      body: { unit: '110101', title },
    });

    expect(json).toMatchObject({ code: 'OUT_OF_TURN' });
  });
});
