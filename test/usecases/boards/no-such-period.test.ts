import { describe, expect, it } from 'vitest';
import type { BoardKey } from '../../../functions/ports/board-store.ts';
import { askBoardJob } from '../../../functions/usecases/boards/ask-board-job.ts';
import { givePoints } from '../../../functions/usecases/boards/give-points.ts';
import { rateUnit } from '../../../functions/usecases/boards/rate-unit.ts';
import { BoardTown, callerOf, cityStaff } from './board-town.ts';

const refused = {
  ok: false,
  error: { code: 'INVALID', field: 'period', reason: 'the period has not begun' },
};

describe('a period that has not begun', () => {
  it('has no board: a first version of nothing could never be taken back', async () => {
    const town = new BoardTown();
    town.now = Date.parse('2026-11-30T23:59:59.999+08:00');
    const ask = (board: BoardKey, task: 'publish' | 'refresh') =>
      askBoardJob(town.deps, { board, wanted: { task }, commandId: `${task}-${board.period}` }, cityStaff);

    expect(await ask({ kind: 'month', period: '2026-12' }, 'publish')).toEqual(refused);
    expect(await ask({ kind: 'month', period: '9999-12' }, 'refresh')).toEqual(refused);
    expect(await ask({ kind: 'annual', period: '2027' }, 'publish')).toEqual(refused);
    town.now += 1;
    expect(await ask({ kind: 'month', period: '2026-12' }, 'publish')).toMatchObject({ ok: true });
  });

  it('takes no points', async () => {
    const town = new BoardTown();
    const given = { month: '2027-01', unit: '110101001', points: 2, reason: 'award', text: '表扬。' };

    expect(await givePoints(town.deps, given, { caller: cityStaff, commandId: 'c1' })).toEqual(refused);
  });
});

describe('a period before any rules', () => {
  it('takes neither points nor ratings', async () => {
    const town = new BoardTown();
    const points = { month: '1990-01', unit: '110101001', points: 2, reason: 'award', text: '表扬。' };
    const rating = { board: 'annual', period: '0001', unit: 'water', points: 80, text: '' } as const;

    expect(await givePoints(town.deps, points, { caller: cityStaff, commandId: 'c1' })).toEqual({
      ok: false,
      error: { code: 'NO_RULES', period: '1990-01' },
    });
    expect(
      await rateUnit(town.deps, rating, { caller: callerOf('110101001'), commandId: 'c1' }),
    ).toMatchObject({ error: { code: 'NO_RULES' } });
  });
});
