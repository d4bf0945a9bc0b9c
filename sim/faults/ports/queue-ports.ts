import { boardBody } from '../../../functions/adapters/sqs/board-body.ts';
import { delaySeconds } from '../../../functions/adapters/sqs/delay-seconds.ts';
import { effectBody } from '../../../functions/adapters/sqs/effect-body.ts';
import { wakeBody } from '../../../functions/adapters/sqs/wake-body.ts';
import { secondMs } from '../../../functions/core/time.ts';
import type { BoardQueue } from '../../../functions/ports/board-queue.ts';
import type { EffectQueue, WakeQueue } from '../../../functions/ports/queues.ts';
import type { Faults } from '../chance/faults.ts';
import type { Process } from '../functions/process.ts';
import type { SimQueue } from './sim-queue.ts';
import type { Wire } from './wire.ts';

interface Entry {
  readonly body: string;
  readonly delaySeconds: number;
}

/** The three queues of the service. */
export interface Queues {
  readonly wake: SimQueue;
  readonly effects: SimQueue;
  readonly boards: SimQueue;
}

export interface QueuePorts {
  readonly wakes: WakeQueue;
  readonly effects: EffectQueue;
  readonly boards: BoardQueue;
}

/** The queues as one function instance has them: as strict as the queue service, a failure told and never thrown. */
export function queuePorts(queues: Queues, wire: Wire, faults: Faults, process: Process): QueuePorts {
  const sending = sender(wire, faults, process);
  return {
    wakes: {
      async send(wakes) {
        const entries = wakes.map((wake) => ({
          body: wakeBody(wake.ticketId),
          delaySeconds: delaySeconds(wake.ticketId, wake.delaySeconds),
        }));
        const unsent = await sending(queues.wake, entries);
        return wakes.filter((_, n) => unsent.has(n)).map(({ ticketId }) => ticketId);
      },
    },
    effects: {
      async send(effects) {
        const entries = effects.map((effect) => ({ body: effectBody(effect), delaySeconds: 0 }));
        const unsent = await sending(queues.effects, entries);
        return effects.filter((_, n) => unsent.has(n)).map(({ id }) => id);
      },
    },
    boards: {
      async send(jobId, seconds) {
        const entries = [{ body: boardBody(jobId), delaySeconds: delaySeconds(jobId, seconds) }];
        return (await sending(queues.boards, entries)).size === 0 ? 'sent' : 'unsent';
      },
    },
  };
}

/** Sends entries and says which the queue did not confirm; some of those may have arrived all the same. */
const sender =
  (wire: Wire, faults: Faults, process: Process) =>
  async (queue: SimQueue, entries: readonly Entry[]): Promise<ReadonlySet<number>> => {
    const perform = async () => {
      const unsent = new Set<number>();
      for (const [n, { body, delaySeconds }] of entries.entries()) {
        const isUnsent = queue.isDown || faults.comes('unsent');
        if (isUnsent || faults.comes('unseen')) unsent.add(n);
        if (!isUnsent) queue.send(body, delaySeconds * secondMs);
      }
      return unsent;
    };
    if (entries.length === 0) return new Set();
    const what = `send ${queue.settings.name} x${entries.length}`;
    try {
      return await wire.call(process, { what, kind: 'write', perform });
    } catch {
      return new Set(entries.keys());
    }
  };
