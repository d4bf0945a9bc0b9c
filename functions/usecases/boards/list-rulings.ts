import type { BoardKey, Ruling } from '../../ports/board-store.ts';
import type { Page, PageRequest } from '../../ports/page.ts';
import type { Caller } from '../caller.ts';
import type { BoardDeps } from './board-deps.ts';
import { maySeeUnit } from './may-see-unit.ts';

/**
 * Every ruling on a board with who made it and why (留痕), by id. The city's supervisors and the hotline see all; a unit sees
 * those about itself and the units below it, so that a page of its may hold fewer rows than asked for.
 */
export async function listRulings(
  deps: BoardDeps,
  { board, page }: { readonly board: BoardKey; readonly page: PageRequest },
  caller: Caller,
): Promise<Page<Ruling>> {
  const listed = await deps.boards.rulings(board, page);
  const rows = listed.rows.filter(({ unit }) => maySeeUnit(deps.city.rules.units, unit, caller).ok);
  return { ...listed, rows };
}
