import type { DurationMs } from '../../../functions/core/time.ts';
import { secondMs } from '../../../functions/core/time.ts';
import type { WakeQueue } from '../../../functions/ports/queues.ts';
import type { Woken } from '../../../functions/usecases/woken.ts';

/** A wake queue on the machine's own timers: every message comes after its delay, to the second, and is counted. */
export function timedWakes(wake: (ticketId: string) => Promise<Woken>) {
  const late: DurationMs[] = [];
  const running = new Set<Promise<void>>();
  const deliver = async (ticketId: string, delayMs: DurationMs) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    const { lateMs } = await wake(ticketId);
    if (lateMs !== undefined) late.push(lateMs);
  };
  const queue: WakeQueue = {
    async send(wakes) {
      for (const { ticketId, delaySeconds } of wakes) {
        const delivery = deliver(ticketId, delaySeconds * secondMs);
        running.add(delivery);
        void delivery.finally(() => running.delete(delivery));
      }
      return [];
    },
  };
  return {
    queue,
    /** How late each promise was kept, once every message has come. */
    async lateness(): Promise<readonly DurationMs[]> {
      while (running.size > 0) await Promise.all(running);
      return late.splice(0).toSorted((a, b) => a - b);
    },
  };
}
