import { describe, expect, it } from 'vitest';
import { BadCursor } from '../../../functions/ports/bad-cursor.ts';
import { compareBoards } from '../../../functions/usecases/boards/compare-boards.ts';
import { readRows } from '../../../functions/usecases/boards/read-board.ts';
import { BoardTown, callerOf, caseOf, cityStaff, november } from './board-town.ts';

const street = callerOf('110101001');
const choice = { board: november, group: 'subdistricts' };

async function published(): Promise<BoardTown> {
  const town = new BoardTown();
  await town.add(caseOf(1), caseOf(2, { unit: '110101002', resolved: 'no' }));
  await town.job({ task: 'publish' });
  return town;
}

describe('the rows of a group', () => {
  it('come page by page in the order of rank, each unit once, over the parts they are kept in', async () => {
    const town = await published();
    const units: string[] = [];
    let cursor: string | undefined;
    do {
      const page = { limit: 33, ...(cursor === undefined ? {} : { cursor }) };
      const read = await readRows(town.deps, choice, { page, caller: street });
      if (!read.ok) throw new Error(read.error.code);
      units.push(...read.value.rows.map(({ unit }) => unit));
      cursor = read.value.cursor;
    } while (cursor !== undefined);

    expect(units.slice(0, 2)).toEqual(['110101001', '110101002']);
    expect(units).toHaveLength(349);
    expect(new Set(units).size).toBe(349);
  });

  it.each(['x', '-1', '349', '1e3', ''])('refuse the cursor %j', async (cursor) => {
    const town = await published();

    const read = readRows(town.deps, choice, { page: { limit: 5, cursor }, caller: street });

    await expect(read).rejects.toBeInstanceOf(BadCursor);
  });

  it('are not there for a group the pack does not have', async () => {
    const town = await published();

    const read = await readRows(
      town.deps,
      { ...choice, group: 'nobody' },
      { page: { limit: 5 }, caller: street },
    );

    expect(read).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('what differs', () => {
  it('between two months is listed by unit, with points and places won', async () => {
    const town = await published();
    const december = { kind: 'month', period: '2026-12' } as const;
    await town.add(
      caseOf(3, { month: '2026-12', unit: '110101002' }),
      caseOf(4, { month: '2026-12', resolved: 'no' }),
    );
    await town.job({ task: 'publish' }, december);

    const compared = await compareBoards(
      town.deps,
      { before: { board: november }, after: { board: december }, group: 'subdistricts' },
      cityStaff,
    );

    expect(compared).toMatchObject({
      ok: true,
      value: {
        changes: [
          { unit: '110101002', rankChange: 1, scoreChange: 40 },
          { unit: '110101001', rankChange: -1, scoreChange: -40 },
        ],
      },
    });
  });

  it('between a board and itself is nothing', async () => {
    const town = await published();
    const same = {
      before: { board: november },
      after: { board: november, version: 1 },
      group: 'subdistricts',
    };

    const compared = await compareBoards(town.deps, same, cityStaff);

    expect(compared).toMatchObject({ ok: true, value: { changes: [] } });
  });

  it('is not told of a live board to those who may not see it', async () => {
    const town = await published();
    await town.job({ task: 'refresh' });
    const live = {
      before: { board: november },
      after: { board: november, version: 'live' },
      group: 'subdistricts',
    } as const;

    expect(await compareBoards(town.deps, live, street)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    expect((await compareBoards(town.deps, live, cityStaff)).ok).toBe(true);
  });
});
