import type { BoardQueue } from '../../ports/board-queue.ts';
import type { EffectQueue, WakeQueue } from '../../ports/queues.ts';
import { boardBody } from '../sqs/board-body.ts';
import { delaySeconds } from '../sqs/delay-seconds.ts';
import { effectBody } from '../sqs/effect-body.ts';
import { wakeBody } from '../sqs/wake-body.ts';

/** A message as it lies in a queue. */
interface Message {
  readonly body: string;
  readonly delaySeconds: number;
}

/** A queue whose messages can be taken out by hand. */
export interface Takeable {
  /** The messages sent since the last call, in the order they were sent. */
  take(): readonly Message[];
}

/** Wakes in memory, as strict as the queue service. */
export function memoryWakeQueue(): WakeQueue & Takeable {
  const { push, take } = memoryQueue();
  return {
    take,
    send: async (wakes) =>
      push(
        wakes.map((wake) => ({
          body: wakeBody(wake.ticketId),
          delaySeconds: delaySeconds(wake.ticketId, wake.delaySeconds),
        })),
      ),
  };
}

/** Effects in memory, as strict as the queue service. */
export function memoryEffectQueue(): EffectQueue & Takeable {
  const { push, take } = memoryQueue();
  return {
    take,
    send: async (effects) => push(effects.map((effect) => ({ body: effectBody(effect), delaySeconds: 0 }))),
  };
}

/** Board jobs in memory, as strict as the queue service. */
export function memoryBoardQueue(): BoardQueue & Takeable {
  const { push, take } = memoryQueue();
  return {
    take,
    async send(jobId, seconds) {
      push([{ body: boardBody(jobId), delaySeconds: delaySeconds(jobId, seconds) }]);
      return 'sent';
    },
  };
}

function memoryQueue() {
  const messages: Message[] = [];
  return {
    push(sent: readonly Message[]): readonly string[] {
      messages.push(...sent);
      return [];
    },
    take: () => messages.splice(0),
  };
}
