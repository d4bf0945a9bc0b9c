import { describe, expect, it } from 'vitest';
import type { BoardStore } from '../../functions/ports/board-store.ts';
import { allPages } from './all-pages.ts';
import { boardVersionsContract } from './board-versions.contract.ts';
import { boardWorkContract } from './board-work.contract.ts';
import { november, rulingOf } from './sample-board.ts';
import { openedAt } from './sample-record.ts';

/** What every store of boards must do. `open` gives an empty one. */
export function boardStoreContract(name: string, open: () => Promise<BoardStore>): void {
  describe(name, () => {
    boardVersionsContract(open);
    boardWorkContract(open);

    it('keeps each ruling once, of its board alone, and gives it back by its id', async () => {
      const store = await open();
      const points = rulingOf('z', { type: 'points', points: -1.5, at: openedAt - 5 });
      const { of: _, ticketId: __, ...bare } = points;

      const puts = [await store.putRuling(rulingOf('x')), await store.putRuling(rulingOf('x', { by: 'z' }))];
      await store.putRuling(bare);
      await store.putRuling(rulingOf('a', { at: openedAt + 1 }));
      await store.putRuling(rulingOf('o', { board: { kind: 'month', period: '2026-12' } }));

      const pages = await allPages((page) => store.rulings(november, page), 2);
      expect(puts).toEqual(['stored', 'exists']);
      expect(pages).toStrictEqual([[rulingOf('a', { at: openedAt + 1 }), rulingOf('x')], [bare]]);
      expect(await store.loadRuling(november, 'x')).toStrictEqual(rulingOf('x'));
      expect(await store.loadRuling(november, 'o')).toBeUndefined();
    });
  });
}
