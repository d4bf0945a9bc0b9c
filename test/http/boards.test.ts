import { describe, expect, it } from 'vitest';
import { sampleSubmission } from '../../functions/http/openapi/sample-ticket.ts';
import { testRoles } from './support/roles.ts';
import { type TestService, testService } from './support/test-service.ts';

const { platform, lead, subdistrict, district, city } = testRoles;
const path = { kind: 'month', period: '2026-11' };
const street = { sub: 'staff-2', role: 'unit', unit: '110101017', scope: 'boards.read tickets.handle' };
const units = { ...path, unitCode: 'ent-water' };

/** A ticket of 自来水集团 that is answered in time; the citizen says whether the matter is resolved. */
async function closed(service: TestService, n: number, resolved: boolean): Promise<string> {
  const body = { ...sampleSubmission, sourceKey: `call-${n}`, itemCode: '0101-01' };
  const { json } = await service.call('submitTicket', { role: platform, body });
  const ticket = { ticketId: String(json.ticketId) };
  await service.call('sign', { role: lead, path: ticket, body: {} });
  await service.call('contact', { role: lead, path: ticket, body: {} });
  const callback = {
    reached: true,
    responded: true,
    resolved,
    grade: resolved ? 'satisfied' : 'dissatisfied',
  };
  // Not resolved, it is sent back twice before a supervisor may close it.
  for (let round = 0; round < (resolved ? 1 : 3); round += 1) {
    await service.call('answer', { role: lead, path: ticket, body: { text: '管道已修复。' } });
    await service.call('recordCallback', { role: platform, path: ticket, body: callback });
  }
  if (!resolved)
    await service.call('close', { role: city, path: ticket, body: { text: '无法进一步处理。' } });
  return ticket.ticketId;
}

/** Asks for a job, lets it be done and reads what came of it. */
async function job(
  service: TestService,
  task: 'refreshBoard' | 'publishBoard' | 'verifyBoard',
  body: object = {},
) {
  const asked = await service.call(task, { role: city, path, body });
  expect(asked.status).toBe(202);
  await service.workOnBoards();
  const jobId = asked.headers.location?.split('/').at(-1) ?? '';
  return (await service.call('readBoardJob', { role: city, path: { jobId } })).json;
}

const unitRow = async (service: TestService, query: Record<string, string> = {}) =>
  (await service.call('readBoardUnit', { role: street, path: units, query })).json.row;

describe('a month from its tickets to its corrected board', () => {
  it('is counted live, published with a digest, recomputed, and corrected by naming what it replaces', async () => {
    const service = testService();
    const good = await closed(service, 1, true);
    const bad = await closed(service, 2, false);

    const live = await job(service, 'refreshBoard');
    const own = await service.call('readBoardUnit', { role: lead, path: units, query: { version: 'live' } });
    const published = await job(service, 'publishBoard');
    const verified = await job(service, 'verifyBoard');

    expect(live).toMatchObject({ state: 'done', entries: 2 });
    expect(own.json).toMatchObject({
      group: 'enterprises',
      row: { cases: 2, resolution: { yes: 1, base: 2 } },
    });
    expect(published).toMatchObject({
      state: 'done',
      version: 1,
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(verified).toMatchObject({ state: 'done', same: true, digest: published.digest, version: 1 });

    const query = { rate: 'resolution', answer: 'no' };
    const behind = await service.call('listBoardCases', { role: lead, path: units, query });
    const [refused] = behind.json.rows as { id: string; ticketId: string }[];
    expect(behind.json.rows).toHaveLength(1);
    expect(refused?.ticketId).toBe(bad);
    expect(refused?.ticketId).not.toBe(good);

    const ruling = { unitCode: 'ent-water', of: refused?.id, reason: 'force-majeure' };
    const appeal = await service.call('ruleOnCase', {
      role: lead,
      path,
      body: { ...ruling, type: 'appeal', text: '暴雨冲断管线。' },
    });
    const excluded = await service.call('ruleOnCase', {
      role: city,
      path,
      body: { ...ruling, type: 'exclusion', text: '申诉成立。' },
    });
    const head = await service.call('readBoard', { role: street, path });
    const unchanged = await unitRow(service);
    expect([appeal.status, excluded.status]).toEqual([201, 201]);
    expect(head.json).toMatchObject({
      board: { version: 1, complete: false, digest: published.digest },
      pending: [{ type: 'exclusion', unitCode: 'ent-water', ticketId: bad, by: '110000', actor: 'staff-4' }],
    });
    expect(unchanged).toMatchObject({ cases: 2, excluded: 0 });

    const correction = { replaces: 1, reason: 'ruling', text: '申诉成立，剔除一件。' };
    const corrected = await job(service, 'publishBoard', correction);
    const after = await service.call('readBoard', { role: street, path });
    const differences = await service.call('compareBoards', {
      role: street,
      path: { ...path, group: 'enterprises' },
      query: { withVersion: '1' },
    });
    expect(corrected).toMatchObject({ state: 'done', version: 2 });
    expect(after.json).toMatchObject({
      board: {
        version: 2,
        replaces: { version: 1, digest: published.digest, reason: 'ruling', text: correction.text },
      },
      pending: [],
    });
    expect(await unitRow(service)).toMatchObject({ cases: 1, excluded: 1, resolution: { yes: 1, base: 1 } });
    expect(await unitRow(service, { version: '1' })).toMatchObject({ cases: 2, excluded: 0 });
    expect(differences.json.changes).toMatchObject([
      { unit: 'ent-water', before: { cases: 2 }, after: { cases: 1 } },
    ]);
    expect(await job(service, 'verifyBoard', { version: 1 })).toMatchObject({
      same: true,
      digest: published.digest,
    });
  });
});

describe('boards', () => {
  it('are exported with Chinese headers, names and the byte-order mark, or in English', async () => {
    const service = testService();
    await closed(service, 1, true);
    await job(service, 'publishBoard');
    const group = { ...path, group: 'enterprises' };

    const zh = await service.call('exportBoardCsv', { role: street, path: group });
    const en = await service.call('exportBoardCsv', {
      role: street,
      path: group,
      headers: { 'accept-language': 'en' },
    });
    const json = await service.call('exportBoard', { role: street, path: group });

    const [header, first] = zh.text.split('\r\n');
    expect(zh.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(zh.text.startsWith('\ufeff排名,单位代码,单位,得分,上期排名,升降,类别,办结件数,响应率（%）')).toBe(
      true,
    );
    expect(first).toMatch(/^1,ent-water,\p{Script=Han}+,100,,,/u);
    expect(header?.split(',')).toHaveLength(first?.split(',').length ?? 0);
    expect(en.text.startsWith('\ufeffRank,Unit code,Unit,Score')).toBe(true);
    expect(json.json.rows).toMatchObject([{ unit: 'ent-water', rank: 1, score: 100 }, ...Array(48).fill({})]);
  });

  it('are read by every unit once published; a live one by supervisors, and its own row by the unit', async () => {
    const service = testService();
    await closed(service, 1, true);
    await job(service, 'refreshBoard');
    await job(service, 'publishBoard');
    const live = { version: 'live' };
    const rows = { ...path, group: 'enterprises' };
    const statuses = async (role: typeof street, query: Record<string, string>) => [
      (await service.call('readBoard', { role, path, query })).status,
      (await service.call('readBoardRows', { role, path: rows, query })).status,
      (await service.call('readBoardUnit', { role, path: units, query })).status,
    ];

    expect(await statuses(street, {})).toEqual([200, 200, 200]);
    expect(await statuses(street, live)).toEqual([403, 403, 403]);
    expect(await statuses(lead, live)).toEqual([403, 403, 200]);
    expect(await statuses(district, live)).toEqual([200, 200, 403]);
    expect(await statuses(city, live)).toEqual([200, 200, 200]);
  });

  it('are made and ruled on by the city alone, and appealed by the unit concerned alone', async () => {
    const service = testService();
    await closed(service, 1, true);
    const [entry] = (await service.tickets.store.ledger('ent-water', '2026-11', { limit: 1 })).rows;
    const body = { unitCode: 'ent-water', of: entry?.id, reason: 'malicious', text: '说明' };
    const rule = async (type: string, role: typeof street) =>
      (await service.call('ruleOnCase', { role, path, body: { ...body, type } })).json.code ?? 201;

    expect((await service.call('publishBoard', { role: district, path, body: {} })).status).toBe(403);
    expect(await rule('appeal', subdistrict)).toBe('FORBIDDEN');
    expect(await rule('exclusion', lead)).toBe('NOT_IN_REMIT');
    expect(await rule('appealRefused', city)).toBe('INVALID');
    expect(await rule('appeal', lead)).toBe(201);
    expect(await rule('appeal', lead)).toBe('ALREADY_DONE');
    expect(await rule('appealRefused', city)).toBe(201);
    expect(await rule('exclusion', city)).toBe(201);
    expect(await rule('inclusion', city)).toBe(201);
  });

  it('say who ruled what and why: all to the city, its own to a unit', async () => {
    const service = testService();
    const give = (unitCode: string, points: number) =>
      service.call('givePoints', {
        role: city,
        path,
        headers: { 'idempotency-key': unitCode },
        body: { unitCode, points, reason: 'praise', text: '市民来信表扬。' },
      });

    const first = await give('ent-water', 1.5);
    const again = await give('ent-water', 1.5);
    await give('110101017', -1);
    const all = await service.call('listRulings', { role: city, path });
    const own = await service.call('listRulings', { role: lead, path });

    expect(again.json).toEqual(first.json);
    expect(all.json.rows).toHaveLength(2);
    expect(own.json.rows).toMatchObject([
      { unitCode: 'ent-water', points: 1.5, by: '110000', actor: 'staff-4', text: '市民来信表扬。' },
    ]);
  });

  it('are not asked for twice by a retry, and not published twice without a correction', async () => {
    const service = testService();
    const publish = (key: string, body: object = {}) =>
      service.call('publishBoard', { role: city, path, body, headers: { 'idempotency-key': key } });

    const first = await publish('one');
    const retried = await publish('one');
    await service.workOnBoards();
    const done = await publish('one');
    const second = await publish('two');
    const wrong = await publish('three', { replaces: 7, reason: 'other', text: '更正' });
    const bare = await publish('four', { replaces: 1 });

    expect(retried.json.jobId).toBe(first.json.jobId);
    expect(done.json).toMatchObject({ jobId: first.json.jobId, state: 'done', version: 1 });
    expect(second.json).toMatchObject({ status: 409, code: 'ALREADY_PUBLISHED' });
    expect(wrong.json).toMatchObject({ status: 409, code: 'ALREADY_PUBLISHED' });
    expect(bare.json).toMatchObject({ status: 422, code: 'VALIDATION' });
  });

  it.each([
    [{ kind: 'month', period: '2026' }, 'readBoard', 400],
    [{ kind: 'annual', period: '2026-11' }, 'readBoard', 400],
    [{ kind: 'month', period: '2026-13' }, 'readBoard', 400],
    [{ kind: 'month', period: '2026-10' }, 'readBoard', 404],
    [{ kind: 'special', period: '2026' }, 'refreshBoard', 404],
    [{ kind: 'month', period: '1999-01' }, 'refreshBoard', 409],
    [{ kind: 'month', period: '2026-10' }, 'verifyBoard', 409],
  ] as const)('of %j is refused to %s with %d', async (key, operation, status) => {
    const answer = await testService().call(operation, { role: city, path: key, body: {} });

    expect(answer.status).toBe(status);
  });

  it('show a unit its own month at once, from its own ledger', async () => {
    const service = testService();
    await closed(service, 1, true);

    const now = await service.call('readUnitNow', { role: lead, path: units });
    const other = await service.call('readUnitNow', { role: subdistrict, path: units });

    expect(now.json).toMatchObject({ month: '2026-11', own: { cases: 1, resolution: { yes: 1, base: 1 } } });
    expect(other.status).toBe(403);
  });
});
