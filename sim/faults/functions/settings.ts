import { dayMs, minuteMs, secondMs } from '../../../functions/core/time.ts';
import type { QueueSettings } from '../ports/sim-queue.ts';
import type { FunctionSettings } from './function-host.ts';

/** A queue hides a message for so many timeouts of its consumer. */
const timeoutsHidden = 6;
/** A function behind the gateway keeps this back to answer 503. */
const answerEarlyMs = 500;

const behindGateway = (name: string, timeoutMs: number): FunctionSettings => ({
  name,
  timeoutMs: timeoutMs - answerEarlyMs,
  concurrencyMax: 1_000,
  answersEarly: true,
});

const behindQueue = (name: string, timeoutMs: number, concurrencyMax: number): FunctionSettings => ({
  name,
  timeoutMs,
  concurrencyMax,
  answersEarly: false,
});

/** The functions as the deployment sets them up. */
export const functionSettings = {
  intake: behindGateway('intake', 10 * secondMs),
  command: behindGateway('command', 10 * secondMs),
  manage: behindGateway('manage', 25 * secondMs),
  boards: behindGateway('boards', 25 * secondMs),
  early: behindGateway('early', 25 * secondMs),
  wake: behindQueue('wake', 30 * secondMs, 20),
  deliver: behindQueue('deliver', 60 * secondMs, 20),
  board: behindQueue('board', 5 * minuteMs, 2),
  watch: behindQueue('watch', 55 * secondMs, 2),
  sweep: behindQueue('sweep', 55 * secondMs, 1_000),
} as const satisfies Record<string, FunctionSettings>;

/** The queues as the deployment sets them up, with their consumers' batches. */
export const queueSettings = {
  wake: {
    name: 'wake',
    visibilityMs: timeoutsHidden * functionSettings.wake.timeoutMs,
    retentionMs: 15 * minuteMs,
    receivesMax: 5,
    mayLose: true,
  },
  effects: {
    name: 'effects',
    visibilityMs: timeoutsHidden * functionSettings.deliver.timeoutMs,
    retentionMs: 14 * dayMs,
    receivesMax: 8,
    mayLose: false,
  },
  boards: {
    name: 'boards',
    visibilityMs: timeoutsHidden * functionSettings.board.timeoutMs,
    retentionMs: dayMs,
    receivesMax: 5,
    mayLose: false,
  },
} as const satisfies Record<string, QueueSettings>;

/** Most messages a consumer is handed at once. */
export const batchMax = { wake: 10, effects: 5, boards: 1 } as const;
