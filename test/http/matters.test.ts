import { describe, expect, it } from 'vitest';
import { wake } from '../../functions/usecases/wake.ts';
import { testRoles } from './support/roles.ts';
import { type TestService, testService } from './support/test-service.ts';

const { platform, subdistrict, district, city, lead: water, operator } = testRoles;
const street = '110101017';
const text = '管道今晚修复，明早恢复供水。';

/** A ticket of one item and place; what intake offers as repeats comes with it. */
async function submit(service: TestService, n: number, address?: string) {
  const body = {
    source: '12345',
    sourceKey: `matter-${n}`,
    channel: 'phone',
    kind: 'help',
    itemCode: '0303-01',
    description: '占道经营，没法走路。',
    place: { unitCode: street, ...(address === undefined ? {} : { address }) },
  };
  const answer = await service.call('submitTicket', { role: platform, body });
  expect(answer.status).toBe(201);
  return answer.json as { ticketId: string; possibleRepeats?: unknown[] };
}

const matterBody = (ticketIds: readonly string[]) => ({
  title: '早市占道',
  itemCode: '0303-01',
  leadUnit: street,
  ticketIds,
});

/** A matter over two tickets, all of them joined. */
async function opened(service: TestService) {
  const ids = [(await submit(service, 1)).ticketId, (await submit(service, 2)).ticketId];
  const body = matterBody(ids);
  const answer = await service.call('openMatter', {
    role: city,
    body,
    headers: { 'idempotency-key': 'open-1' },
  });
  const matterId = String(answer.json.undertakingId);
  await wake(service.tickets, matterId);
  return { ids, matterId, body, answer, path: { matterId } };
}

describe('matters over HTTP', () => {
  it('go from opening to closing, each ticket by itself', async () => {
    const service = testService();
    const { matterId, answer, path, ids } = await opened(service);

    const plan = await service.call('layMatterPlan', {
      role: subdistrict,
      path,
      body: {
        steps: [{ title: '约谈摊主', ownerUnit: street, by: '2026-11-24T12:00:00+08:00' }],
        text: '先约谈，后清理。',
      },
    });
    await service.call('tellMatterProgress', { role: subdistrict, path, body: { text } });
    await wake(service.tickets, matterId);
    await service.call('answerMatter', { role: subdistrict, path, body: { text } });
    await wake(service.tickets, matterId);
    const members = await service.call('listMatterMembers', { role: district, path });
    const body = { reached: true, responded: true, resolved: true, grade: 'satisfied' };
    for (const ticketId of ids)
      await service.call('recordCallback', { role: platform, path: { ticketId }, body });
    await service.call('closeMatter', { role: subdistrict, path });
    await wake(service.tickets, matterId);
    const closed = await service.call('readMatter', { role: platform, path });
    const listed = await service.call('listUndertakings', {
      role: district,
      query: { list: `matter/${street}` },
    });
    const history = await service.call('readUndertaking', {
      role: district,
      path: { undertakingId: matterId },
    });
    const notes = await service.call('listUndertakingNotes', {
      role: district,
      path: { undertakingId: matterId },
    });

    expect([answer.status, plan.status, members.status]).toEqual([201, 200, 200]);
    expect(members.json.rows).toEqual(
      ids.toSorted().map((ticketId) => ({
        ticketId,
        batch: 1,
        status: 'joined',
        ticketStatus: 'answered',
        outcome: 'open',
        leadUnit: street,
        answeredAt: '2026-11-22T12:00:00.000+08:00',
      })),
    );
    expect(closed.json).toMatchObject({ status: 'closed', statusType: 'closed', members: 2, tasks: [] });
    expect(listed.json.rows).toMatchObject([{ undertakingId: matterId, status: 'closed' }]);
    expect((history.json.history as { event: string }[]).map(({ event }) => event)).toEqual([
      'opened',
      'membersAdded',
      'membersJoined',
      'planLaid',
      'progressTold',
      'allTold',
      'answered',
      'allAnswered',
      'closing',
      'closed',
    ]);
    expect((notes.json.rows as { text: string }[]).map((note) => note.text).toSorted()).toEqual(
      ['先约谈，后清理。', text, text].toSorted(),
    );
  });

  it('stand on the worklist of their lead, and are counted as no ticket', async () => {
    const service = testService();
    const { matterId } = await opened(service);

    const { json } = await service.call('readWorklist', { role: subdistrict, path: { owner: street } });
    const counts = await service.call('countTickets', { role: subdistrict, query: { unit: street } });

    expect(json.rows).toContainEqual(
      expect.objectContaining({ ticketId: matterId, tier: 'matter', status: 'atWork' }),
    );
    expect(counts.json.total).toMatchObject({ open: 2, helping: 0 });
  });

  it('are opened once for a key, and another body under it is a conflict', async () => {
    const service = testService();
    const { matterId, body } = await opened(service);

    const again = await service.call('openMatter', {
      role: city,
      body,
      headers: { 'idempotency-key': 'open-1' },
    });
    const other = await service.call('openMatter', {
      role: city,
      body: { ...body, title: '另一件' },
      headers: { 'idempotency-key': 'open-1' },
    });

    expect([again.status, again.json.undertakingId]).toEqual([200, matterId]);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect([other.status, other.json.code]).toEqual([409, 'CONFLICT']);
  });

  it('are read and asked by those who stand to them alone', async () => {
    const service = testService();
    const { path } = await opened(service);

    const statuses = [
      (await service.call('readMatter', { role: water, path })).status,
      (await service.call('listMatterMembers', { role: water, path })).status,
      (await service.call('answerMatter', { role: water, path, body: { text } })).status,
      (await service.call('addMatterMembers', { role: subdistrict, path, body: {} })).status,
      (await service.call('readMatter', { role: operator, path })).status,
      (await service.call('readMatter', { role: city, path: { matterId: `matter_${'0'.repeat(32)}` } }))
        .status,
    ];

    expect(statuses).toEqual([404, 404, 404, 403, 403, 404]);
  });

  it('say what does not fit, by field', async () => {
    const service = testService();
    const { path, ids } = await opened(service);

    const none = await service.call('addMatterMembers', { role: city, path, body: {} });
    const unknown = await service.call('openMatter', {
      role: city,
      body: { ...matterBody(ids), leadUnit: 'nobody' },
    });
    const late = await service.call('layMatterPlan', {
      role: subdistrict,
      path,
      body: { steps: [{ title: '早', ownerUnit: street, by: '2020-01-01T00:00:00+08:00' }], text },
    });

    expect([none.status, none.json.errors]).toEqual([
      422,
      [{ field: 'ticketIds', reason: '请给出 ticketIds 或 selection' }],
    ]);
    expect([unknown.status, unknown.json.code]).toEqual([422, 'UNKNOWN_UNIT']);
    expect(late.json.errors).toEqual([{ field: 'steps.0.by', reason: '步骤的日期应在今后' }]);
  });

  it('are told of by undertaking events to those concerned', async () => {
    const service = testService();
    await opened(service);

    const sent = service.effects.take().map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    const ofMatter = sent.filter(({ undertaking }) => undertaking === 'matter');

    expect(ofMatter.map(({ kind, to, event }) => [kind, to, event])).toEqual([
      ['notice', street, 'opened'],
      ['status', 'hotline', 'membersAdded'],
      ['notice', '110000', 'membersJoined'],
      ['notice', street, 'membersJoined'],
    ]);
  });
});

describe('a request that may be a repeat', () => {
  it('is taken in with the open tickets it may repeat', async () => {
    const service = testService();
    const address = '永定门外街道安乐林路早市';
    const elder = await submit(service, 1, address);

    const younger = await submit(service, 2, address);

    expect(elder.possibleRepeats).toBeUndefined();
    expect(younger.possibleRepeats).toEqual([
      {
        ticketId: elder.ticketId,
        basis: 'address',
        status: 'dispatched',
        leadUnit: street,
        openedAt: '2026-11-22T12:00:00.000+08:00',
      },
    ]);
  });
});
