import { describe, expect, it } from 'vitest';
import type { BoardQueue } from '../../functions/ports/board-queue.ts';
import type { EffectQueue, WakeQueue } from '../../functions/ports/queues.ts';
import { effectOf, idOf } from './sample-record.ts';

/** A message as it lies in the queue. */
interface Lying {
  readonly body: string;
  readonly delaySeconds: number;
}

/** A queue, and a look at what lies in it. */
export interface Opened<Queue> {
  readonly queue: Queue;
  lying(): Promise<readonly Lying[]>;
}

const byBody = (messages: readonly Lying[]) => messages.toSorted((a, b) => (a.body < b.body ? -1 : 1));

/** What every wake queue must do. `open` gives an empty one. */
export function wakeQueueContract(name: string, open: () => Promise<Opened<WakeQueue>>): void {
  describe(name, () => {
    it('takes more wakes than one batch holds, each with its delay and nothing but the ticket id', async () => {
      const { queue, lying } = await open();
      const wakes = Array.from({ length: 23 }, (_, n) => ({ ticketId: idOf(n), delaySeconds: n * 40 }));

      const unsent = await queue.send(wakes);

      expect(unsent).toEqual([]);
      expect(byBody(await lying())).toEqual(
        wakes.map(({ ticketId, delaySeconds }) => ({ body: `{"ticketId":"${ticketId}"}`, delaySeconds })),
      );
    });

    it('sends nothing when there is nothing to send', async () => {
      const { queue, lying } = await open();

      expect(await queue.send([])).toEqual([]);

      expect(await lying()).toEqual([]);
    });

    it('takes a delay of 900 s', async () => {
      const { queue, lying } = await open();

      await queue.send([{ ticketId: idOf(1), delaySeconds: 900 }]);

      expect((await lying()).map(({ delaySeconds }) => delaySeconds)).toEqual([900]);
    });

    it.each([901, -1, 1.5, Number.NaN])(
      'throws on a delay of %d s and sends none of the call',
      async (delay) => {
        const { queue, lying } = await open();

        const sent = queue.send([
          { ticketId: idOf(1), delaySeconds: 1 },
          { ticketId: idOf(2), delaySeconds: delay },
        ]);

        await expect(sent).rejects.toThrow(RangeError);
        expect(await lying()).toEqual([]);
      },
    );
  });
}

/** What every effect queue must do. `open` gives an empty one. */
export function effectQueueContract(name: string, open: () => Promise<Opened<EffectQueue>>): void {
  describe(name, () => {
    it('takes more effects than one batch holds, whole and at once', async () => {
      const { queue, lying } = await open();
      const effects = Array.from({ length: 23 }, (_, n) => effectOf(idOf(n), 1));

      const unsent = await queue.send(effects);

      expect(unsent).toEqual([]);
      expect(byBody(await lying())).toEqual(
        byBody(effects.map((effect) => ({ body: JSON.stringify(effect), delaySeconds: 0 }))),
      );
    });

    it('sends the fields of an effect and no others', async () => {
      const { queue, lying } = await open();
      const effect = effectOf(idOf(1), 1);

      await queue.send([Object.assign({ phone: '13800000000' }, effect)]);

      expect((await lying()).map(({ body }) => JSON.parse(body))).toEqual([effect]);
    });

    it('throws on an effect larger than any should be and sends none of the call', async () => {
      const { queue, lying } = await open();
      const large = { ...effectOf(idOf(2), 1), rule: '水'.repeat(1_400) };

      await expect(queue.send([effectOf(idOf(1), 1), large])).rejects.toThrow(RangeError);

      expect(await lying()).toEqual([]);
    });
  });
}

/** What every queue of board jobs must do. `open` gives an empty one. */
export function boardQueueContract(name: string, open: () => Promise<Opened<BoardQueue>>): void {
  describe(name, () => {
    it('takes a job with its delay and nothing but its id', async () => {
      const { queue, lying } = await open();

      const outcomes = [await queue.send('job-1', 0), await queue.send('job-2', 30)];

      expect(outcomes).toEqual(['sent', 'sent']);
      expect(byBody(await lying())).toEqual([
        { body: '{"jobId":"job-1"}', delaySeconds: 0 },
        { body: '{"jobId":"job-2"}', delaySeconds: 30 },
      ]);
    });

    it.each([901, -1, 1.5])('throws on a delay of %d s and sends nothing', async (delay) => {
      const { queue, lying } = await open();

      await expect(queue.send('job-1', delay)).rejects.toThrow(RangeError);

      expect(await lying()).toEqual([]);
    });
  });
}
