import { describe, expect, it } from 'vitest';
import { testService } from '../support/test-service.ts';
import { caseOf, city, district, parking, putBaseline, putCases, subdistrict } from './topic-life.ts';

const path = { month: '2026-11' };

async function counted() {
  const service = testService();
  await putBaseline(service);
  // Frequent but mostly resolved, and of another district.
  for (const month of ['2026-08', '2026-09', '2026-10'])
    await putCases(service, month, { count: 70, bad: 5, item: '0301-01', unit: '110102001' });
  await putCases(service, '2026-10', { count: 20, bad: 20, item: '0202-01' });
  await service.call('refreshCandidates', { role: city, path, body: {} });
  await service.workOnBoards();
  return service;
}

describe('candidates for the topic of a month', () => {
  it('wait for their months to be counted, which is asked for once', async () => {
    const service = testService();
    await putBaseline(service);

    const before = await service.call('listCandidates', { role: city, path });
    const asked = await service.call('refreshCandidates', { role: city, path, body: {} });
    const again = await service.call('refreshCandidates', { role: city, path, body: {} });
    await service.workOnBoards();
    const done = await service.call('refreshCandidates', { role: city, path, body: {} });
    const after = await service.call('listCandidates', { role: city, path });

    expect(before.json).toMatchObject({
      status: 409,
      code: 'NOT_COUNTED',
      what: '2026-08, 2026-09, 2026-10',
    });
    expect(asked.status).toBe(202);
    expect(asked.json.jobs).toHaveLength(3);
    expect(again.json).toEqual(asked.json);
    expect(done.json).toEqual({ missing: [], jobs: [] });
    expect(after.json).toMatchObject({ from: '2026-08', to: '2026-10' });
  });

  it('are ranked by frequency x unresolved x dissatisfied, and leave out what is rare', async () => {
    const service = await counted();

    const { json } = await service.call('listCandidates', { role: city, path });

    expect(json.rows).toMatchObject([
      { rank: 1, itemCode: parking, cases: 120, unresolved: 60, unresolvedShare: 0.5, weight: 30 },
      { rank: 2, itemCode: '0301-01', cases: 210, unresolved: 15 },
    ]);
  });

  it('are ranked for each district too', async () => {
    const service = await counted();

    const by = await service.call('listCandidates', { role: district, path, query: { by: 'district' } });
    const one = await service.call('listCandidates', { role: city, path, query: { district: '110102' } });

    expect(by.json.rows).toMatchObject([
      { itemCode: parking, districtCode: '110101' },
      { itemCode: '0301-01', districtCode: '110102' },
    ]);
    expect(one.json.rows).toMatchObject([{ itemCode: '0301-01' }]);
  });

  it('open the cases behind them, as many as were counted, a page at a time', async () => {
    const service = await counted();
    const query = { itemCode: parking, answer: 'unresolved', limit: '25' };
    const tickets: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.call('listCandidateCases', {
        role: city,
        path,
        query: cursor === undefined ? query : { ...query, cursor },
      });
      tickets.push(...(page.json.rows as { ticketId: string }[]).map(({ ticketId }) => ticketId));
      cursor = page.json.cursor as string | undefined;
    } while (cursor !== undefined);
    const bad = await service.call('listCandidateCases', {
      role: city,
      path,
      query: { ...query, cursor: 'nowhere' },
    });

    expect(tickets).toHaveLength(60);
    expect(new Set(tickets).size).toBe(60);
    expect(tickets).toContain(caseOf('2026-08', 0).ticketId);
    expect(bad.json.code).toBe('BAD_CURSOR');
  });

  it('show their cases to the city, and to a district its own', async () => {
    const service = await counted();
    const cases = (role: typeof city | typeof district, area?: string) =>
      service.call('listCandidateCases', {
        role,
        path,
        query: { itemCode: parking, ...(area === undefined ? {} : { district: area }) },
      });

    expect((await cases(district, '110101')).status).toBe(200);
    expect((await cases(district, '110102')).json.code).toBe('FORBIDDEN');
    expect((await cases(district)).json.code).toBe('FORBIDDEN');
  });

  it('are counted anew once the month’s last cases have settled', async () => {
    const service = testService();
    service.time.now = Date.parse('2026-11-02T12:00:00+08:00');
    await putBaseline(service);
    await service.call('refreshCandidates', { role: city, path, body: {} });
    await service.workOnBoards();
    await service.tickets.store.putLedger(caseOf('2026-10', 99));
    const parkingNow = async () => {
      const { json } = await service.call('listCandidates', { role: city, path });
      return json.code ?? (json.rows as { cases: number }[])[0]?.cases;
    };

    const early = await parkingNow();
    service.time.now = Date.parse('2026-11-09T12:00:00+08:00');
    const settled = await parkingNow();
    await service.call('refreshCandidates', { role: city, path, body: {} });
    await service.workOnBoards();

    expect([early, settled, await parkingNow()]).toEqual([120, 'NOT_COUNTED', 121]);
  });

  it('count months from before the first pack by the present one', async () => {
    const service = testService();
    const before = { month: '2023-02' };
    for (const month of ['2022-11', '2022-12', '2023-01'])
      await putCases(service, month, { count: 40, bad: 20 });
    const refresh = () => service.call('refreshCandidates', { role: city, path: before, body: {} });

    const asked = await refresh();
    const again = await refresh();
    await service.workOnBoards();
    const { json } = await service.call('listCandidates', { role: city, path: before });

    expect(asked.json.jobs).toHaveLength(3);
    expect(again.json.jobs).toEqual(asked.json.jobs);
    expect(json.rows).toMatchObject([{ itemCode: parking, cases: 120 }]);
  });

  it('are not to be had of months that are not over, or by who manages nothing', async () => {
    const service = testService();

    const future = await service.call('listCandidates', { role: city, path: { month: '2026-12' } });

    expect(future.json).toMatchObject({ code: 'INVALID', errors: [{ field: 'month' }] });
    expect(subdistrict.scope).not.toContain('early.manage');
  });
});
