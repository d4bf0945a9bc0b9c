import { describe, expect, it } from 'vitest';
import { boardJob, closedTicket, monthPath, street, waterPath } from './support/board-life.ts';
import { testRoles } from './support/roles.ts';
import { type TestService, testService } from './support/test-service.ts';

const { lead, city } = testRoles;

const unitRow = async (service: TestService, query: Record<string, string> = {}) =>
  (await service.call('readBoardUnit', { role: street, path: waterPath, query })).json.row;

describe('a month from its tickets to its corrected board', () => {
  it('is counted live, published with a digest, recomputed, and corrected by naming what it replaces', async () => {
    const service = testService();
    const good = await closedTicket(service, 1, true);
    const bad = await closedTicket(service, 2, false);

    const live = await boardJob(service, 'refreshBoard');
    const own = await service.call('readBoardUnit', {
      role: lead,
      path: waterPath,
      query: { version: 'live' },
    });
    const published = await boardJob(service, 'publishBoard');
    const verified = await boardJob(service, 'verifyBoard');

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
    const behind = await service.call('listBoardCases', { role: lead, path: waterPath, query });
    const [refused] = behind.json.rows as { id: string; ticketId: string }[];
    expect(behind.json.rows).toHaveLength(1);
    expect(refused?.ticketId).toBe(bad);
    expect(refused?.ticketId).not.toBe(good);

    const ruling = { unitCode: 'ent-water', of: refused?.id, reason: 'force-majeure' };
    const appeal = await service.call('ruleOnCase', {
      role: lead,
      path: monthPath,
      body: { ...ruling, type: 'appeal', text: '暴雨冲断管线。' },
    });
    const excluded = await service.call('ruleOnCase', {
      role: city,
      path: monthPath,
      body: { ...ruling, type: 'exclusion', text: '申诉成立。' },
    });
    const head = await service.call('readBoard', { role: lead, path: monthPath });
    const seenByOthers = await service.call('readBoard', { role: street, path: monthPath });
    const unchanged = await unitRow(service);
    expect([appeal.status, excluded.status]).toEqual([201, 201]);
    expect(head.json).toMatchObject({
      board: { version: 1, complete: false, digest: published.digest },
      pending: 1,
      rulings: [{ type: 'exclusion', unitCode: 'ent-water', ticketId: bad, by: '110000', actor: 'staff-4' }],
    });
    expect(seenByOthers.json).toMatchObject({ pending: 1, rulings: [] });
    expect(unchanged).toMatchObject({ cases: 2, excluded: 0 });

    const correction = { replaces: 1, reason: 'ruling', text: '申诉成立，剔除一件。' };
    const corrected = await boardJob(service, 'publishBoard', correction);
    const after = await service.call('readBoard', { role: street, path: monthPath });
    const differences = await service.call('compareBoards', {
      role: street,
      path: { ...monthPath, group: 'enterprises' },
      query: { withVersion: '1' },
    });
    expect(corrected).toMatchObject({ state: 'done', version: 2 });
    expect(after.json).toMatchObject({
      board: {
        version: 2,
        replaces: { version: 1, digest: published.digest, reason: 'ruling', text: correction.text },
      },
      pending: 0,
    });
    expect(await unitRow(service)).toMatchObject({ cases: 1, excluded: 1, resolution: { yes: 1, base: 1 } });
    expect(await unitRow(service, { version: '1' })).toMatchObject({ cases: 2, excluded: 0 });
    expect(differences.json.changes).toMatchObject([
      { unit: 'ent-water', before: { cases: 2 }, after: { cases: 1 } },
    ]);
    expect(await boardJob(service, 'verifyBoard', { version: 1 })).toMatchObject({
      same: true,
      digest: published.digest,
    });
  });
});
