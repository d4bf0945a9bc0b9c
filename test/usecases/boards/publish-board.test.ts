import { describe, expect, it } from 'vitest';
import { loadRows } from '../../../functions/usecases/boards/board-parts.ts';
import { BoardTown, caseOf } from './board-town.ts';

const rowOf = async (town: BoardTown, version: number, unit: string, group = 'subdistricts') => {
  const content = await town.version(version);
  const rows = await loadRows(town.deps, content, { group, from: 0, count: 10_000 });
  return rows.find((row) => row.unit === unit);
};

describe('a published board', () => {
  it('counts what the ledger held, and stays so whatever comes later', async () => {
    const town = new BoardTown();
    await town.add(
      caseOf(1),
      caseOf(2, { resolved: 'no', satisfied: 'no' }),
      caseOf(3, { unit: '110101002' }),
    );

    const job = await town.job({ task: 'publish' });
    await town.add(caseOf(4));
    const again = await town.job({ task: 'verify' });

    expect(job).toMatchObject({ state: 'done', published: 1, entries: 3 });
    expect(await town.version(1)).toMatchObject({
      version: 1,
      units: 2,
      entries: 3,
      complete: true,
      before: [],
    });
    expect(await rowOf(town, 1, '110101001')).toMatchObject({
      cases: 2,
      resolution: { yes: 1, base: 2 },
      rank: 2,
    });
    expect(await rowOf(town, 1, '110101002')).toMatchObject({ cases: 1, rank: 1 });
    expect(again).toMatchObject({ state: 'done', same: true, digest: job.digest, entries: 3 });
  });
});
