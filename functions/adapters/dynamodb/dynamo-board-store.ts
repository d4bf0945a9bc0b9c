import type { BoardStore } from '../../ports/board-store.ts';
import { boardRulings } from './board-rulings.ts';
import { boardVersions } from './board-versions.ts';
import { boardWork } from './board-work.ts';
import type { Table } from './table.ts';

/** Boards in the table. */
export const dynamoBoardStore = (table: Table): BoardStore => ({
  ...boardVersions(table),
  ...boardWork(table),
  ...boardRulings(table),
});
