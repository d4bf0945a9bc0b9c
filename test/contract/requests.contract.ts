import { describe, expect, it } from 'vitest';
import type { StoredRequest } from '../../functions/ports/stored.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { hour, idOf, openedAt } from './sample-record.ts';

const request: StoredRequest = {
  ticketId: idOf(1),
  source: 'beijing-12345',
  sourceKey: '20261102-1',
  digest: 'a1'.repeat(32),
  receivedAt: openedAt,
  rulesHash: '5f'.repeat(32),
  body: JSON.stringify({ description: '三里屯街道水管爆裂，𠮷先生报', phone: '13800000000' }),
  expiresAt: openedAt + 9_000 * hour + 1,
};

/** What a store does with what citizens said. */
export function requestsContract(open: () => Promise<TicketStore>): void {
  describe('requests', () => {
    it('keeps a request as it came', async () => {
      const store = await open();

      const put = await store.putRequest(request);

      expect(put).toEqual({ stored: request, isNew: true });
      expect(await store.loadRequest(request.ticketId)).toStrictEqual(request);
      expect(await store.loadRequest(idOf(2))).toBeUndefined();
    });

    it('answers with the first request when its id is put again with another body', async () => {
      const store = await open();
      await store.putRequest(request);

      const again = await store.putRequest({ ...request, digest: 'b2'.repeat(32), body: '{}' });

      expect(again).toStrictEqual({ stored: request, isNew: false });
      expect(await store.loadRequest(request.ticketId)).toStrictEqual(request);
    });

    it('lets exactly one of many requests with one id in', async () => {
      const store = await open();
      const bodies = Array.from({ length: 8 }, (_, n) => `{"n":${n}}`);

      const puts = await Promise.all(bodies.map((body) => store.putRequest({ ...request, body })));

      const winners = puts.filter(({ isNew }) => isNew);
      expect(winners).toHaveLength(1);
      expect(new Set(puts.map(({ stored }) => stored.body))).toEqual(new Set([winners[0]!.stored.body]));
    });

    it('erases the text for good and keeps what tells the request apart', async () => {
      const store = await open();
      await store.putRequest(request);

      const erased = await store.eraseRequest(request.ticketId, openedAt + hour);
      const again = await store.eraseRequest(request.ticketId, openedAt + 2 * hour);

      const { body: _, ...rest } = request;
      expect([erased, again]).toEqual([true, true]);
      expect(await store.loadRequest(request.ticketId)).toStrictEqual({ ...rest, erasedAt: openedAt + hour });
      expect(await store.putRequest(request)).toMatchObject({ isNew: false });
    });

    it('erases nothing where there is no request', async () => {
      const store = await open();

      expect(await store.eraseRequest(idOf(3), openedAt)).toBe(false);

      expect(await store.loadRequest(idOf(3))).toBeUndefined();
    });

    it('keeps 4,000 characters of any script to the last one', async () => {
      const store = await open();
      const body = '𠮷🚰م水'.repeat(1_000);

      await store.putRequest({ ...request, body });

      expect((await store.loadRequest(request.ticketId))?.body).toBe(body);
    });
  });
}
