import { describe, expect, it } from 'vitest';
import type { BoardStore } from '../../functions/ports/board-store.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { allPages } from './all-pages.ts';
import { boardVersionsContract } from './board-versions.contract.ts';
import { boardWorkContract } from './board-work.contract.ts';
import { november, rulingOf } from './sample-board.ts';
import { openedAt } from './sample-record.ts';

/** A store of boards beside the store whose ledger it reads. */
interface Opened {
  readonly boards: BoardStore;
  readonly tickets: TicketStore;
}

/** What every store of boards must do. `open` gives an empty one. */
export function boardStoreContract(name: string, open: () => Promise<Opened>): void {
  const boards = async () => (await open()).boards;
  describe(name, () => {
    boardVersionsContract(boards);
    boardWorkContract(boards);

    it('keeps each ruling once, of its board alone, and gives it back by its id', async () => {
      const store = await boards();
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

    it('finds one entry of the ledger among those of its unit and month', async () => {
      const { boards: store, tickets } = await open();
      const entry = {
        type: 'points',
        unit: '110105-water',
        month: '2026-11',
        at: openedAt,
        by: '110000',
        points: 2,
        reason: 'praise',
      } as const;
      for (const id of ['points.1', 'points.2', 'points.3']) await tickets.putLedger({ ...entry, id });

      const found = await store.loadEntry(entry.unit, entry.month, 'points.2');

      expect(found).toStrictEqual({ ...entry, id: 'points.2' });
      expect(await store.loadEntry(entry.unit, '2026-12', 'points.2')).toBeUndefined();
      expect(await store.loadEntry('other', entry.month, 'points.2')).toBeUndefined();
    });
  });
}
