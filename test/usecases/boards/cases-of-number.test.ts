import { describe, expect, it } from 'vitest';
import type { BoardRow } from '../../../functions/core/score/board.ts';
import { BadCursor } from '../../../functions/ports/bad-cursor.ts';
import { loadRows } from '../../../functions/usecases/boards/board-parts.ts';
import { type AskedNumber, casesOfNumber } from '../../../functions/usecases/boards/cases-of-number.ts';
import { isVersion } from '../../../functions/usecases/boards/find-board.ts';
import { readUnitNow, readUnitRow } from '../../../functions/usecases/boards/read-unit.ts';
import type { Caller } from '../../../functions/usecases/caller.ts';
import { BoardTown, callerOf, caseOf, cityStaff, november } from './board-town.ts';

const asked = (changes: Partial<AskedNumber>): AskedNumber => ({
  month: '2026-11',
  unit: '110101001',
  of: 'own',
  rate: 'resolution',
  answer: 'no',
  ...changes,
});

async function open(town: BoardTown, number: AskedNumber, caller: Caller = cityStaff, limit = 100) {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = { limit, ...(cursor === undefined ? {} : { cursor }) };
    const read = await casesOfNumber(town.deps, number, { page, caller });
    if (!read.ok) throw new Error(read.error.code);
    expect(read.value.rows.length).toBeLessThanOrEqual(limit);
    found.push(...read.value.rows.map((row) => ('ticketId' in row ? (row.ticketId ?? '') : '')));
    cursor = read.value.cursor;
  } while (cursor !== undefined);
  return found;
}

const rowsOf = async (town: BoardTown, group: string): Promise<readonly BoardRow[]> =>
  (await loadRows(town.deps, await town.version(1), {
    group,
    from: 0,
    count: 10_000,
  })) as readonly BoardRow[];

/** Two streets of 东城, a bureau there and a department whose trade some of the matters are. */
async function publishedTown(): Promise<BoardTown> {
  const town = new BoardTown();
  const ids = Array.from({ length: 30 }, (_, n) => n);
  for (const n of ids) {
    await town.add(
      caseOf(n, {
        unit: n % 3 === 0 ? '110101002' : '110101001',
        resolved: n % 2 === 0 ? 'yes' : 'no',
        ...(n % 5 === 0 ? { trade: 'development' } : {}),
        ...(n % 10 === 0 ? { onTime: false, lateBy: 'ent-water' } : {}),
      }),
    );
  }
  await town.add(caseOf(90, { unit: '110101-development', resolved: 'no' }));
  await town.job({ task: 'publish' });
  return town;
}

describe('the cases behind a number', () => {
  it('of a street are as many as its row says, page by page, each with its ticket', async () => {
    const town = await publishedTown();
    const row = (await rowsOf(town, 'subdistricts')).find(({ unit }) => unit === '110101001')!;

    const whole = await open(town, asked({}));
    const paged = await open(town, asked({}), cityStaff, 3);
    const yes = await open(town, asked({ answer: 'yes' }));

    expect(whole).toHaveLength(row.resolution.base - row.resolution.yes);
    expect(yes).toHaveLength(row.resolution.yes);
    expect(paged).toEqual(whole);
    expect(new Set([...whole, ...yes]).size).toBe(row.cases);
  });

  it('of a district come from the units that count for it', async () => {
    const town = await publishedTown();
    const row = (await rowsOf(town, 'districts')).find(({ unit }) => unit === '110101')!;

    const no = await open(town, asked({ unit: '110101' }), callerOf('110101'), 4);

    expect(row.cases).toBe(31);
    expect(no).toHaveLength(row.resolution.base - row.resolution.yes);
  });

  it('of a department’s trade come from whoever led them', async () => {
    const town = await publishedTown();
    const row = (await rowsOf(town, 'departments')).find(({ unit }) => unit === 'development')!;

    const trade = await open(town, asked({ unit: 'development', of: 'trade', answer: 'yes' }), cityStaff, 2);

    expect(row.trade).toMatchObject({ cases: 6 });
    expect(trade).toHaveLength(row.trade?.resolution.yes ?? -1);
  });

  it('of delays charged to a unit come from the units it delayed', async () => {
    const town = await publishedTown();
    const row = (await rowsOf(town, 'enterprises')).find(({ unit }) => unit === 'ent-water')!;

    const charged = await open(town, asked({ unit: 'ent-water', of: 'charged', rate: 'onTime' }));

    expect(charged).toHaveLength(3);
    expect(row.onTime).toMatchObject({ yes: 0, base: 3 });
  });

  it('open what stands beside the rates too: withdrawn requests and a unit’s own findings', async () => {
    const town = await publishedTown();
    await town.add(caseOf(95, { outcome: 'withdrawn' }), caseOf(96, { kind: 'patrol' }));
    await town.job({ task: 'publish', replaces: 1, reason: 'lateEntries', text: '补录' });
    const ticketsOf = (answer: AskedNumber['answer'], unit = '110101001') =>
      open(town, asked({ answer, unit }));

    expect(await ticketsOf('notCounted')).toEqual([caseOf(95).ticketId]);
    expect(await ticketsOf('apart')).toEqual([caseOf(96).ticketId]);
    expect(await ticketsOf('apart', '110101')).toEqual([caseOf(96).ticketId]);
    expect(await ticketsOf('excluded')).toEqual([]);
  });

  it('stay what was frozen when the ledger goes on; the live ones follow it', async () => {
    const town = await publishedTown();
    await town.job({ task: 'refresh' });
    const before = await open(town, asked({}));

    await town.add(caseOf(99, { resolved: 'no' }));

    expect(await open(town, asked({}))).toEqual(before);
    expect(await open(town, asked({ version: 'live' }))).toHaveLength(before.length + 1);
  });

  it('are for the unit itself and those above it', async () => {
    const town = await publishedTown();

    await expect(open(town, asked({}), callerOf('110101001'))).resolves.toBeDefined();
    await expect(open(town, asked({}), callerOf('110101'))).resolves.toBeDefined();
    await expect(open(town, asked({}), callerOf('110101002'))).rejects.toThrow('FORBIDDEN');
    await expect(open(town, asked({ unit: 'nobody' }))).rejects.toThrow('UNKNOWN_UNIT');
    await expect(open(town, asked({ month: '2026-10' }))).rejects.toThrow('NOT_FOUND');
  });

  it.each(['x', '110101001', '110101001/-1', '/3', `${'a'.repeat(60)}/1`, 'police/0', 'zzz/1'])(
    'refuse the cursor %s',
    async (cursor) => {
      const town = await publishedTown();
      const page = { limit: 5, cursor };

      await expect(casesOfNumber(town.deps, asked({}), { page, caller: cityStaff })).rejects.toBeInstanceOf(
        BadCursor,
      );
    },
  );
});

describe('one unit', () => {
  it('has its row of every published board, and of the live one for itself', async () => {
    const town = await publishedTown();
    await town.job({ task: 'refresh' });
    const choice = { board: november, unit: 'ent-water' };

    const published = await readUnitRow(town.deps, choice, callerOf('110101002'));
    const live = await readUnitRow(town.deps, { ...choice, version: 'live' }, callerOf('ent-water'));
    const others = await readUnitRow(town.deps, { ...choice, version: 'live' }, callerOf('110101002'));

    expect(published.ok && published.value.group).toBe('enterprises');
    expect(published.ok && isVersion(published.value.content)).toBe(true);
    expect(live.ok && isVersion(live.value.content)).toBe(false);
    expect(others).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
  });

  it('sees its own month at once, and a department its trade as of the last live board', async () => {
    const town = await publishedTown();
    const asking = { unit: 'development', month: '2026-11' };
    await town.add(caseOf(91, { unit: 'development' }));

    const before = await readUnitNow(town.deps, asking, callerOf('development'));
    await town.job({ task: 'refresh' });
    const after = await readUnitNow(town.deps, asking, callerOf('development'));

    expect(before).toMatchObject({ ok: true, value: { own: { cases: 1 } } });
    expect(before.ok && before.value.trade).toBeUndefined();
    expect(after).toMatchObject({ ok: true, value: { trade: { rates: { cases: 6 }, asOf: town.now } } });
  });
});
