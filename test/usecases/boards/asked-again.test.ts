import { describe, expect, it } from 'vitest';
import { askBoardJob, type BoardTask } from '../../../functions/usecases/boards/ask-board-job.ts';
import { givePoints } from '../../../functions/usecases/boards/give-points.ts';
import { rateUnit } from '../../../functions/usecases/boards/rate-unit.ts';
import { ruleOnCase } from '../../../functions/usecases/boards/rule-on-case.ts';
import { BoardTown, callerOf, caseOf, cityStaff, november } from './board-town.ts';

const bad = caseOf(2, { resolved: 'no' });
const conflict = { ok: false, error: { code: 'CONFLICT' } };
const byCity = { caller: cityStaff, commandId: 'c1' };

describe('a command that comes again and says something else', () => {
  it('takes no second case out of the rates, and puts nothing into the ledger', async () => {
    const town = new BoardTown();
    await town.add(caseOf(1), bad);
    const ruling = { month: '2026-11', unit: bad.unit, type: 'exclusion', reason: 'wrong-unit' } as const;
    await ruleOnCase(town.deps, { ...ruling, of: bad.id, text: '派单错误。' }, byCity);

    const other = await ruleOnCase(town.deps, { ...ruling, of: caseOf(1).id, text: '派单错误。' }, byCity);
    const words = await ruleOnCase(town.deps, { ...ruling, of: bad.id, text: '另一理由。' }, byCity);

    expect([other, words]).toEqual([conflict, conflict]);
    expect((await town.tickets.ledger(bad.unit, '2026-11', { limit: 10 })).rows).toHaveLength(3);
  });

  it('gives no other points', async () => {
    const town = new BoardTown();
    const given = { month: '2026-11', unit: bad.unit, points: 2, reason: 'award', text: '表扬。' };
    await givePoints(town.deps, given, byCity);

    expect(await givePoints(town.deps, { ...given, points: 7 }, byCity)).toEqual(conflict);
    expect(await givePoints(town.deps, { ...given, unit: '110101002' }, byCity)).toEqual(conflict);
    expect(await givePoints(town.deps, given, byCity)).toMatchObject({ ok: true });
  });

  it('rates no other unit, and not otherwise', async () => {
    const town = new BoardTown();
    const rating = { board: 'annual', period: '2026', unit: 'water', points: 80, text: '' } as const;
    const byStreet = { caller: callerOf('110101001'), commandId: 'c1' };
    await rateUnit(town.deps, rating, byStreet);

    expect(await rateUnit(town.deps, { ...rating, points: 10 }, byStreet)).toEqual(conflict);
    expect(await rateUnit(town.deps, { ...rating, unit: 'police' }, byStreet)).toEqual(conflict);
    expect(await rateUnit(town.deps, rating, byStreet)).toMatchObject({ ok: true });
  });

  it('asks for no other job', async () => {
    const town = new BoardTown();
    await town.job({ task: 'publish' });
    const correction = { task: 'publish', replaces: 1, reason: 'ruling', text: '更正' } as const;
    const asked = (wanted: BoardTask, period = '2026-11') =>
      askBoardJob(town.deps, { board: { ...november, period }, wanted, commandId: 'c1' }, cityStaff);
    const first = await asked(correction);

    expect(await asked(correction)).toEqual(first);
    expect(await asked({ ...correction, text: '另一理由' })).toEqual(conflict);
    expect(await asked({ task: 'publish' })).toEqual(conflict);
    expect(await asked(correction, '2026-10')).toEqual(conflict);
  });

  it('gets one job when two ask for different ones under one key at once', async () => {
    const town = new BoardTown();
    const asked = (wanted: BoardTask) =>
      askBoardJob(town.deps, { board: november, wanted, commandId: 'c1' }, cityStaff);

    const both = await Promise.all([asked({ task: 'publish' }), asked({ task: 'refresh' })]);

    expect(both).toEqual([expect.objectContaining({ ok: true }), conflict]);
    expect(await town.deps.boards.loadJob('c1')).toMatchObject({ task: 'publish' });
  });
});
