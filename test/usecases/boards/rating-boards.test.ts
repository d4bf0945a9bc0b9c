import { describe, expect, it } from 'vitest';
import type { RatingRow } from '../../../functions/core/score/board.ts';
import { BadCursor } from '../../../functions/ports/bad-cursor.ts';
import type { BoardKey } from '../../../functions/ports/board-store.ts';
import { loadRows } from '../../../functions/usecases/boards/board-parts.ts';
import type { BoardChoice } from '../../../functions/usecases/boards/find-board.ts';
import { type GivenRating, rateUnit } from '../../../functions/usecases/boards/rate-unit.ts';
import { ratingsOfUnit } from '../../../functions/usecases/boards/ratings-of-unit.ts';
import type { Caller } from '../../../functions/usecases/caller.ts';
import { hotline } from '../town.ts';
import { BoardTown, callerOf, caseOf, cityStaff } from './board-town.ts';

const annual: BoardKey = { kind: 'annual', period: '2026' };

const rate = (town: BoardTown, changes: Partial<GivenRating>, caller: Caller, commandId = 'c') =>
  rateUnit(
    town.deps,
    { board: 'annual', period: '2026', unit: 'development', points: 80, text: '', ...changes },
    { caller, commandId },
  );

describe('a rating', () => {
  it.each([
    ['a department, by a street', '110101001', {}, undefined],
    ['a bureau, which the board does not rank', '110101001', { unit: '110101-development' }, 'NOT_IN_REMIT'],
    ['a year to come', '110101001', { period: '2027' }, 'INVALID'],
    ['its own branch office', '110101001', { unit: '110101001-police' }, undefined],
    ['the branch office of another street', '110101002', { unit: '110101001-police' }, 'FORBIDDEN'],
    ['a street', '110101001', { unit: '110101002' }, 'NOT_IN_REMIT'],
    ['anybody, by a department', 'education', {}, 'NOT_IN_REMIT'],
    ['itself', 'development', {}, 'NOT_IN_REMIT'],
    ['nobody', '110101001', { unit: 'nobody' }, 'UNKNOWN_UNIT'],
    ['for the public, by a street', '110101001', { public: true }, 'FORBIDDEN'],
    ['on a board the pack does not have', '110101001', { board: 'special' }, 'NO_SUCH_BOARD'],
  ] as const)('of %s is answered as the pack says', async (_, unit, changes, code) => {
    const rated = await rate(new BoardTown(), changes, callerOf(unit));

    expect(rated.ok ? undefined : rated.error.code).toBe(code);
  });

  it('of the public is the hotline’s or the city’s to record, where the pack asks the public', async () => {
    const town = new BoardTown();

    const byHotline = await rate(town, { public: true }, hotline);
    const byCity = await rate(town, { public: true }, cityStaff);

    expect(byHotline).toEqual(byCity);
    expect(byHotline).toEqual({
      ok: false,
      error: { code: 'NOT_IN_REMIT', rule: 'score.annual.parts', field: 'public' },
    });
  });

  it('is given once, in the month of its first instant, and after the year’s end in its last month', async () => {
    const town = new BoardTown();
    const first = await rate(town, {}, callerOf('110101001'));
    town.now += 40 * 24 * 3_600_000;

    const again = await rate(town, {}, callerOf('110101001'));

    await rate(town, {}, callerOf('110101002'), 'late');

    expect(again).toEqual(first);
    expect((await town.tickets.ledger('development', '2026-12', { limit: 5 })).rows).toHaveLength(2);
    expect((await town.tickets.ledger('development', '2027-01', { limit: 5 })).rows).toHaveLength(0);
  });
});

describe('the annual board', () => {
  it('reads the ratings of the year and no case, and recomputes to the same digest', async () => {
    const town = new BoardTown();
    await town.add(caseOf(1, { unit: 'development', resolved: 'no' }));
    await rate(town, { points: 90 }, callerOf('110101001'), 'a');
    await rate(town, { points: 70 }, callerOf('110101002'), 'b');
    await rate(town, { unit: 'education', points: 60 }, callerOf('110101001'), 'c');

    const published = await town.job({ task: 'publish' }, annual);
    const verified = await town.job({ task: 'verify' }, annual);

    const content = await town.version(1, annual);
    const [group] = content.groups.filter(({ rows }) => rows === 65);
    const rows = (await loadRows(town.deps, content, {
      group: group?.group ?? '',
      from: 0,
      count: 65,
    })) as readonly RatingRow[];
    const rated = rows.find(({ unit }) => unit === 'development');
    expect(published).toMatchObject({ state: 'done', entries: 3 });
    expect(verified).toMatchObject({ same: true });
    expect(content).toMatchObject({ complete: false, units: 2 });
    expect(Object.values(rated?.parts ?? {})).toContainEqual({ ratings: 2, raters: 2, points: 80 });
  });

  it('opens down to the ratings it counts, and no others, for those who see behind the unit', async () => {
    const town = new BoardTown();
    await rate(town, { points: 90 }, callerOf('110101001'), 'a');
    await rate(town, { points: 70 }, callerOf('110101002'), 'b');
    await town.job({ task: 'publish' }, annual);
    await rate(town, { points: 10 }, callerOf('110101003'), 'c');
    await town.job({ task: 'refresh' }, annual);
    const behind = async (
      choice: Partial<BoardChoice>,
      cursor?: string,
      caller = callerOf('development'),
    ) => {
      const page = { limit: 1, ...(cursor === undefined ? {} : { cursor }) };
      const asked = { board: annual, unit: 'development', ...choice };
      const read = await ratingsOfUnit(town.deps, asked, { page, caller });
      return read.ok
        ? { points: read.value.rows.map(({ points }) => points), cursor: read.value.cursor }
        : read.error.code;
    };

    expect(await behind({})).toEqual({ points: [90], cursor: '1' });
    expect(await behind({}, '1')).toEqual({ points: [70], cursor: undefined });
    await expect(behind({}, '2')).rejects.toBeInstanceOf(BadCursor);
    expect(await behind({ version: 'live' }, '2')).toEqual({ points: [10], cursor: undefined });
    expect(await behind({}, undefined, callerOf('education'))).toBe('FORBIDDEN');
    expect(await behind({ version: 7 })).toBe('NOT_FOUND');
  });
});
