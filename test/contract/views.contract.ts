import { describe, expect, it } from 'vitest';
import type { ViewRow } from '../../functions/ports/stored.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { allRows } from './all-pages.ts';
import { hour, idOf, openedAt, recordOf } from './sample-record.ts';

const view: ViewRow = {
  ticketId: idOf(1),
  unit: 'dept-transport',
  rev: 4,
  status: 'handling',
  tier: 'h24',
  item: 'water.supply.burst-pipe',
  lead: '110105-water',
  openedAt,
  actBy: openedAt + hour,
  overdue: false,
};

/** What a store does with the views of helping and summoned units. */
export function viewsContract(open: () => Promise<TicketStore>): void {
  describe('views', () => {
    it('stand on the worklist of their unit beside tickets, by their own time to act', async () => {
      const store = await open();
      await store.create(recordOf(2, { owner: view.unit, actBy: view.actBy! + 1 }));

      const written = await store.putView(view);

      const { unit: _, rev: __, ...row } = view;
      const rows = await allRows((page) => store.worklist(view.unit, page));
      expect(written).toBe('written');
      expect(rows[0]).toStrictEqual(row);
      expect(rows.map(({ ticketId }) => ticketId)).toEqual([idOf(1), idOf(2)]);
    });

    it('are overwritten by later revisions only', async () => {
      const store = await open();
      const revs = [4, 3, 4, 5, 2];

      const writes = [];
      for (const rev of revs) writes.push(await store.putView({ ...view, rev, tier: `of ${rev}` }));

      const rows = await allRows((page) => store.worklist(view.unit, page));
      expect(writes).toEqual(['written', 'older', 'older', 'written', 'older']);
      expect(rows.map(({ tier }) => tier)).toEqual(['of 5']);
    });

    it('leave the worklist without a time to act, and an earlier one does not bring them back', async () => {
      const store = await open();
      await store.putView(view);
      const { actBy: _, ...done } = view;

      await store.putView({ ...done, rev: 6 });
      await store.putView({ ...view, rev: 5 });

      expect(await store.worklist(view.unit, { limit: 5 })).toEqual({ rows: [] });
    });

    it('of several units do not disturb each other', async () => {
      const store = await open();

      await store.putView(view);
      await store.putView({ ...view, unit: 'dept-police', rev: 1 });

      expect((await store.worklist('dept-police', { limit: 5 })).rows).toHaveLength(1);
      expect((await store.worklist(view.unit, { limit: 5 })).rows).toHaveLength(1);
    });
  });
}
