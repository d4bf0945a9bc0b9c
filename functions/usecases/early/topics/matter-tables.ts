import { addCounts, noCounts } from '../../../core/early/topic/matter-counts.ts';
import type { MatterTables } from '../../../ports/matter-tables.ts';
import type { BoardDeps } from '../../boards/board-deps.ts';
import { countMonths } from './count-months.ts';
import { findMonths, mattersOfTables } from './matter-months.ts';

/** The tables of months over the store and the queue of boards. */
export const matterTables = (deps: BoardDeps): MatterTables => ({
  async countsOf({ from, to, items, district }) {
    const { tables, missing } = await findMonths(deps, from, to);
    if (missing.length > 0) {
      await countMonths(deps, missing);
      return undefined;
    }
    const asked = new Set(items);
    const counts = (await mattersOfTables(deps, tables))
      .filter((one) => asked.has(one.item) && (district === undefined || one.district === district))
      .reduce(addCounts, noCounts);
    return { counts, digest: deps.digest(tables.map((table) => table.digest).join('\n')) };
  },
});
