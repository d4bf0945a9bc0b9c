import { describe, expect, it } from 'vitest';
import type { BoardKey } from '../../../functions/ports/board-store.ts';
import { askBoardJob } from '../../../functions/usecases/boards/ask-board-job.ts';
import { givePoints } from '../../../functions/usecases/boards/give-points.ts';
import { BoardTown, cityStaff } from './board-town.ts';

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
