import { describe, expect, it } from 'vitest';
import type { BoardRow } from '../../../functions/core/score/board.ts';
import { loadRows } from '../../../functions/usecases/boards/board-parts.ts';
import { givePoints } from '../../../functions/usecases/boards/give-points.ts';
import { listRulings } from '../../../functions/usecases/boards/list-rulings.ts';
import { type CaseRuling, ruleOnCase } from '../../../functions/usecases/boards/rule-on-case.ts';
import { BoardTown, callerOf, caseOf, cityStaff, november } from './board-town.ts';

const bad = caseOf(2, { resolved: 'no' });

const ruling = (type: CaseRuling['type'], changes: Partial<CaseRuling> = {}): CaseRuling => ({
  month: '2026-11',
  unit: bad.unit,
  of: bad.id,
  type,
  reason: 'wrong-unit',
  text: '派单错误。',
  ...changes,
});

const liveRow = async (town: BoardTown): Promise<BoardRow> => {
  await town.job({ task: 'refresh' });
  const content = (await town.boards.loadLive(november))!;
  const rows = await loadRows(town.deps, content, { group: 'subdistricts', from: 0, count: 10_000 });
  return rows.find(({ unit }) => unit === bad.unit) as BoardRow;
};

describe('a ruling', () => {
  it('takes a case out of the rates, and putting it back restores them', async () => {
    const town = new BoardTown();
    await town.add(caseOf(1), bad);
    const rule = (type: CaseRuling['type'], commandId: string) =>
      ruleOnCase(town.deps, ruling(type), { caller: cityStaff, commandId });

    const before = await liveRow(town);
    town.now += 1;
    await rule('exclusion', 'c1');
    const without = await liveRow(town);
    town.now += 1;
    await rule('inclusion', 'c2');
    const after = await liveRow(town);

    expect(before).toMatchObject({ cases: 2, resolution: { yes: 1, base: 2 }, excluded: 0 });
    expect(without).toMatchObject({ cases: 1, resolution: { yes: 1, base: 1 }, excluded: 1 });
    expect(after).toEqual(before);
  });

  it('is carried out once, with its first instant, however often its command comes', async () => {
    const town = new BoardTown();
    await town.add(bad);
    const command = { caller: cityStaff, commandId: 'c1' };
    const first = await ruleOnCase(town.deps, ruling('exclusion'), command);
    town.now += 60_000;

    const again = await ruleOnCase(town.deps, ruling('exclusion'), command);

    expect(again).toEqual(first);
    expect((await town.tickets.ledger(bad.unit, '2026-11', { limit: 10 })).rows).toHaveLength(2);
    expect((await town.boards.rulings(november, { limit: 10 })).rows).toHaveLength(1);
  });

  it('that was cut off before its line is completed by the retry, at its first instant', async () => {
    const town = new BoardTown();
    await town.add(bad);
    const first = town.now;
    const command = { caller: cityStaff, commandId: 'c1' };
    const cut = {
      ...town.deps,
      store: { ...town.tickets, putLedger: () => Promise.reject(new Error('cut off')) },
    };
    await expect(ruleOnCase(cut, ruling('exclusion'), command)).rejects.toThrow('cut off');
    town.now += 60_000;

    await ruleOnCase(town.deps, ruling('exclusion'), command);

    const { rows } = await town.tickets.ledger(bad.unit, '2026-11', { limit: 10 });
    expect(rows.find(({ type }) => type === 'exclusion')).toMatchObject({
      at: first,
      by: '110000',
      of: bad.id,
    });
  });

  it.each([
    ['exclusion', '110000', 'wrong-unit', undefined],
    ['exclusion', '110101', 'wrong-unit', undefined],
    ['exclusion', '110101', 'force-majeure', 'NOT_IN_REMIT'],
    ['exclusion', '110102', 'wrong-unit', 'FORBIDDEN'],
    ['exclusion', '110101001', 'wrong-unit', 'NOT_IN_REMIT'],
    ['exclusion', '110000', 'no-such-reason', 'INVALID'],
    ['inclusion', '110000', 'wrong-unit', 'INVALID'],
    ['appeal', '110101001', 'wrong-unit', undefined],
    ['appeal', '110101', 'wrong-unit', 'NOT_IN_REMIT'],
    ['appealRefused', '110000', 'wrong-unit', 'INVALID'],
  ] as const)('of %s by %s for %s is answered %s', async (type, unit, reason, code) => {
    const town = new BoardTown();
    await town.add(bad);

    const command = { caller: callerOf(unit), commandId: 'c' };
    const ruled = await ruleOnCase(town.deps, ruling(type, { reason }), command);

    expect(ruled.ok ? undefined : ruled.error.code).toBe(code);
  });

  it('needs a case of that unit and month', async () => {
    const town = new BoardTown();
    await town.add(bad);
    const command = { caller: cityStaff, commandId: 'c' };

    const other = await ruleOnCase(town.deps, ruling('exclusion', { of: 'nothing' }), command);
    const unit = await ruleOnCase(town.deps, ruling('exclusion', { unit: 'nobody' }), command);

    expect(other).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    expect(unit).toEqual({ ok: false, error: { code: 'UNKNOWN_UNIT', unitCode: 'nobody' } });
  });
});

describe('points', () => {
  it('add to the score of the month, and take from it', async () => {
    const town = new BoardTown();
    await town.add(caseOf(1), bad);
    const before = await liveRow(town);
    const give = (points: number, commandId: string) =>
      givePoints(
        town.deps,
        { month: '2026-11', unit: bad.unit, points, reason: 'praise', text: '表扬。' },
        { caller: cityStaff, commandId },
      );

    await give(2.5, 'a');
    await give(-0.5, 'b');
    town.now += 1;
    const after = await liveRow(town);

    expect(after).toMatchObject({ bonus: 2.5, deduction: 0.5 });
    expect(after.score).toBeCloseTo((before.score ?? 0) + 2, 6);
  });

  it('are given once, at their first instant, however late the retry that completes them', async () => {
    const town = new BoardTown();
    const points = { month: '2026-11', unit: bad.unit, points: 1, reason: 'praise', text: '表扬。' };
    const command = { caller: cityStaff, commandId: 'a' };
    const putLedger = () => Promise.reject(new Error('cut off'));
    const first = town.now;
    await expect(
      givePoints({ ...town.deps, store: { ...town.tickets, putLedger } }, points, command),
    ).rejects.toThrow('cut off');
    town.now += 60_000;

    const given = await givePoints(town.deps, points, command);

    expect(given).toMatchObject({ ok: true, value: { at: first } });
    expect((await town.tickets.ledger(bad.unit, '2026-11', { limit: 5 })).rows).toMatchObject([
      { at: first },
    ]);
  });

  it('are the city’s to give', async () => {
    const town = new BoardTown();
    const points = { month: '2026-11', unit: bad.unit, points: 1, reason: 'praise', text: '表扬。' };

    const given = await givePoints(town.deps, points, { caller: callerOf('110101'), commandId: 'a' });

    expect(given).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
  });
});

it('lists who ruled what and why: all to the city, those of its own area to a district', async () => {
  const town = new BoardTown();
  const far = caseOf(3, { unit: '110102001' });
  await town.add(bad, far);
  await ruleOnCase(town.deps, ruling('exclusion'), { caller: cityStaff, commandId: 'a' });
  const other = ruling('exclusion', { unit: far.unit, of: far.id });
  await ruleOnCase(town.deps, other, { caller: cityStaff, commandId: 'b' });
  const page = { limit: 10 };

  const all = await listRulings(town.deps, { board: november, page }, cityStaff);
  const own = await listRulings(town.deps, { board: november, page }, callerOf('110101'));

  expect(all.rows.map(({ unit }) => unit)).toEqual([bad.unit, far.unit]);
  expect(own.rows).toMatchObject([
    { unit: bad.unit, by: '110000', actor: 'staff-4', reason: 'wrong-unit', ticketId: bad.ticketId },
  ]);
});
