import { describe, expect, it } from 'vitest';
import { BadCursor } from '../../functions/ports/bad-cursor.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { openedAt, recordOf } from './sample-record.ts';

const lead = '110105-water';
const place = '110105-sanlitun';
const item = 'water.supply.burst-pipe';

const text = (json: string) => Buffer.from(json).toString('base64url');

/** What a store does with cursors it did not give out. */
export function cursorsContract(open: () => Promise<TicketStore>): void {
  describe('cursors', () => {
    it.each([
      ['an empty text', ''],
      ['no base64url', '***'],
      ['no JSON', text('{')],
      ['another shape', text('{"pk":"T#1"}')],
      ['a list', text('[1,2]')],
      ['null', text('null')],
      ['a key that is none', text(JSON.stringify({ in: lead, at: 'x', sort: 'x', pk: '', sk: '', id: 1 }))],
      ['100,000 characters', 'A'.repeat(100_000)],
    ])('refuses %s', async (_, cursor) => {
      const store = await open();

      await expect(store.worklist(lead, { limit: 5, cursor })).rejects.toBeInstanceOf(BadCursor);
    });

    it('refuses the cursor of another worklist', async () => {
      const store = await open();
      await Promise.all([1, 2].map((n) => store.create(recordOf(n))));
      const { cursor } = await store.worklist(lead, { limit: 1 });

      const listed = store.worklist('hotline', { limit: 1, cursor: cursor! });

      await expect(listed).rejects.toMatchObject({ code: 'BAD_CURSOR' });
    });

    it('refuses a cursor from outside what is listed', async () => {
      const store = await open();
      await Promise.all([1, 2].map((n) => store.create(recordOf(n))));
      const { cursor } = await store.near(place, item, openedAt, { limit: 1 });

      const listed = store.near(place, item, openedAt + 1, { limit: 1, cursor: cursor! });

      await expect(listed).rejects.toBeInstanceOf(BadCursor);
    });

    it.each([0, -1, 1.5, Number.NaN])('throws on a page of %d rows', async (limit) => {
      const store = await open();

      await expect(store.worklist(lead, { limit })).rejects.toThrow(RangeError);
    });
  });
}
