import type { FunctionName } from '../stacks/function-settings.ts';
import type { LifeName, Load } from './load.ts';
import type { PriceKey } from './prices.ts';
import { nothingSpent, plus, type Spent } from './spent.ts';

/** What was measured: each life from intake to its end, and a sweep that finds nothing. */
export interface Measured {
  readonly lives: Readonly<Record<LifeName, Spent>>;
  readonly idleSweep: Spent;
}

/** What is billed, in units of the price list. */
export type Usage = Readonly<Partial<Record<PriceKey, number>>>;

const minutesOfYear = 365 * 24 * 60;
/** A month's share of what comes in evenly through a year stays half of the year on average. */
const meanMonthsKept = 12 / 2;
const bytesOfGb = 2 ** 30;

/** All that the lives of `requests` tickets spend, by their shares; not what is spent whether or not there are any. */
export function livesOf({ lives }: Measured, load: Load, requests: number): Spent {
  return (Object.entries(lives) as [LifeName, Spent][]).reduce(
    (sum, [name, spent]) => plus(sum, spent, requests * load.lives[name].value),
    nothingSpent,
  );
}

/** The year of a service that sweeps each minute, by a schedule of its own. */
export const sweptYear = (tickets: Spent, { idleSweep }: Measured): Spent =>
  plus(tickets, { ...idleSweep, scheduled: 1 }, minutesOfYear);

/**
 * A year in the units of the bill.
 *
 * @param memoryMb the memory each function is given
 */
export function usageOf(year: Spent, load: Load, memoryMb: (name: FunctionName) => number): Usage {
  const functions = Object.entries(year.functions) as [FunctionName, { count: number; ms: number }][];
  const invocations = functions.reduce((sum, [, { count }]) => sum + count, 0);
  const gbSeconds = functions.reduce(
    (sum, [name, { ms }]) => sum + (ms / 1_000) * (memoryMb(name) / 1_024),
    0,
  );
  const indexWrites = Object.values(year.indexWriteUnits).reduce((sum, units) => sum + units, 0);
  const queues = Object.values(year.queues);
  const messages = queues.reduce((sum, queue) => sum + queue.messages, 0);
  const sends = queues.reduce((sum, queue) => sum + queue.sends, 0);
  const receives = messages / load.messagesPerReceive.value;
  const idlePolls = load.queues.value * load.idlePollsPerQueueYear.value;
  const logGb = (year.logBytes + invocations * load.logBytesOfPlatform.value) / bytesOfGb;
  return {
    'dynamodb.writeUnits': year.writeUnits + indexWrites,
    'dynamodb.readUnits': year.readUnits,
    'dynamodb.storageGbMonths': (year.storedBytes / bytesOfGb) * meanMonthsKept,
    // A message is sent, received and deleted.
    'sqs.requests': sends + 2 * receives + idlePolls,
    'lambda.requests': invocations,
    'lambda.gbSeconds': gbSeconds,
    'apiGateway.requests': year.httpRequests,
    'logs.ingestedGb': logGb,
    'logs.storageGbMonths': logGb * load.logMonthsKept.value,
    'scheduler.invocations': year.scheduled,
  };
}

/**
 * The same tickets with a schedule of EventBridge for each promise instead of index, sweeper and wake queue: the writes of the
 * wake index, the sweeps and the messages that wake are gone; each promise that comes due is an invocation. What the
 * functions' calls to make and drop schedules take is not in it.
 */
export function withSchedules(tickets: Spent): Spent {
  const { sweep: _, wake, ...functions } = tickets.functions;
  const { wake: _wake, ...indexWriteUnits } = tickets.indexWriteUnits;
  const meanMs = wake === undefined || wake.count === 0 ? 0 : wake.ms / wake.count;
  const { timersFired } = tickets;
  return {
    ...tickets,
    functions: { ...functions, wake: { count: timersFired, ms: meanMs * timersFired } },
    indexWriteUnits,
    queues: { ...tickets.queues, wake: { sends: 0, messages: 0 } },
    scheduled: timersFired,
  };
}
