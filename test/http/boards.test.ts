import { describe, expect, it } from 'vitest';
import { boardJob, closedTicket, monthPath, street, waterPath } from './support/board-life.ts';
import { testRoles } from './support/roles.ts';
import { testService } from './support/test-service.ts';

const { lead, subdistrict, district, city } = testRoles;

describe('boards', () => {
  it('are exported with Chinese headers, names and the byte-order mark, or in English', async () => {
    const service = testService();
    await closedTicket(service, 1, true);
    await boardJob(service, 'publishBoard');
    const group = { ...monthPath, group: 'enterprises' };

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
    await closedTicket(service, 1, true);
    await boardJob(service, 'refreshBoard');
    await boardJob(service, 'publishBoard');
    const live = { version: 'live' };
    const rows = { ...monthPath, group: 'enterprises' };
    const statuses = async (role: typeof street, query: Record<string, string>) => [
      (await service.call('readBoard', { role, path: monthPath, query })).status,
      (await service.call('readBoardRows', { role, path: rows, query })).status,
      (await service.call('readBoardUnit', { role, path: waterPath, query })).status,
    ];

    expect(await statuses(street, {})).toEqual([200, 200, 200]);
    expect(await statuses(street, live)).toEqual([403, 403, 403]);
    expect(await statuses(lead, live)).toEqual([403, 403, 200]);
    expect(await statuses(district, live)).toEqual([200, 200, 403]);
    expect(await statuses(city, live)).toEqual([200, 200, 200]);
  });

  it('are made and ruled on by the city alone, and appealed by the unit concerned alone', async () => {
    const service = testService();
    await closedTicket(service, 1, true);
    const [entry] = (await service.tickets.store.ledger('ent-water', '2026-11', { limit: 1 })).rows;
    const body = { unitCode: 'ent-water', of: entry?.id, reason: 'malicious', text: '说明' };
    const rule = async (type: string, role: typeof street) =>
      (await service.call('ruleOnCase', { role, path: monthPath, body: { ...body, type } })).json.code ?? 201;

    expect((await service.call('publishBoard', { role: district, path: monthPath, body: {} })).status).toBe(
      403,
    );
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
        path: monthPath,
        headers: { 'idempotency-key': unitCode },
        body: { unitCode, points, reason: 'praise', text: '市民来信表扬。' },
      });

    const first = await give('ent-water', 1.5);
    const again = await give('ent-water', 1.5);
    await give('110101017', -1);
    const all = await service.call('listRulings', { role: city, path: monthPath });
    const own = await service.call('listRulings', { role: lead, path: monthPath });

    expect(again.json).toEqual(first.json);
    expect(all.json.rows).toHaveLength(2);
    expect(own.json.rows).toMatchObject([
      { unitCode: 'ent-water', points: 1.5, by: '110000', actor: 'staff-4', text: '市民来信表扬。' },
    ]);
  });

  it('are not asked for twice by a retry, and not published twice without a correction', async () => {
    const service = testService();
    const publish = (key: string, body: object = {}) =>
      service.call('publishBoard', {
        role: city,
        path: monthPath,
        body,
        headers: { 'idempotency-key': key },
      });

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
    await closedTicket(service, 1, true);

    const now = await service.call('readUnitNow', { role: lead, path: waterPath });
    const other = await service.call('readUnitNow', { role: subdistrict, path: waterPath });

    expect(now.json).toMatchObject({ month: '2026-11', own: { cases: 1, resolution: { yes: 1, base: 1 } } });
    expect(other.status).toBe(403);
  });
});
