import type { BoardStore } from '../../ports/board-store.ts';
import { fromRulingItem, toRulingItem } from './board-items.ts';
import { boardPartition, rulingKey, rulingPrefix } from './board-keys.ts';
import { isNew } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import { beginningWith } from './listing.ts';
import { queryPage } from './query-page.ts';
import type { Table } from './table.ts';

/** The part of the store that keeps who decided what about which case. */
export function boardRulings(table: Table): Pick<BoardStore, 'putRuling' | 'loadRuling' | 'rulings'> {
  return {
    putRuling: async (ruling) => ((await putItem(table, toRulingItem(ruling), isNew)) ? 'stored' : 'exists'),
    async loadRuling(board, id) {
      const item = await getItem(table, rulingKey(board, id));
      return item && fromRulingItem(item);
    },
    rulings: (board, page) =>
      queryPage(
        table,
        { partition: boardPartition(board), ...beginningWith(rulingPrefix), fromItem: fromRulingItem },
        page,
      ),
  };
}
