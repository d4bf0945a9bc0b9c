import type { WakeQueue } from '../../ports/queues.ts';
import { delaySeconds } from './delay-seconds.ts';
import { type SqsTarget, sendEntries } from './send-entries.ts';
import { wakeBody } from './wake-body.ts';

/** Wakes in a queue of SQS. Throws RangeError for a delay that is none; nothing is sent then. */
export const sqsWakeQueue = (target: SqsTarget): WakeQueue => ({
  async send(wakes) {
    const entries = wakes.map((wake) => ({
      body: wakeBody(wake.ticketId),
      delaySeconds: delaySeconds(wake.ticketId, wake.delaySeconds),
    }));
    const unsent = await sendEntries(target, entries);
    return wakes.filter((_, n) => unsent.has(n)).map(({ ticketId }) => ticketId);
  },
});
