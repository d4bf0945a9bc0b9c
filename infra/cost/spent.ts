import type { FunctionName } from '../stacks/function-settings.ts';

/** What some work asked of the services. Numbers of a year, of a ticket's life or of a single sweep alike. */
export interface Spent {
  /** Invocations of each function, and the milliseconds they are billed: each rounded up to the next. */
  readonly functions: Readonly<
    Partial<Record<FunctionName, { readonly count: number; readonly ms: number }>>
  >;
  readonly httpRequests: number;
  readonly logBytes: number;
  readonly readUnits: number;
  /** Write units of the table itself, and of each of its indexes. */
  readonly writeUnits: number;
  readonly indexWriteUnits: Readonly<Record<string, number>>;
  /** Calls that send, each with up to ten messages, and the messages. */
  readonly queues: Readonly<
    Record<'wake' | 'effects', { readonly sends: number; readonly messages: number }>
  >;
  /** Promises that were kept because their time had come. */
  readonly timersFired: number;
  /** Invocations by EventBridge Scheduler. */
  readonly scheduled: number;
  /** Bytes that stay in the table and its indexes afterwards. */
  readonly storedBytes: number;
}

export const nothingSpent: Spent = {
  functions: {},
  httpRequests: 0,
  logBytes: 0,
  readUnits: 0,
  writeUnits: 0,
  indexWriteUnits: {},
  queues: { wake: { sends: 0, messages: 0 }, effects: { sends: 0, messages: 0 } },
  timersFired: 0,
  scheduled: 0,
  storedBytes: 0,
};

/** `a` and `times` as much as `b`. */
export function plus(a: Spent, b: Spent, times = 1): Spent {
  const add = (x: number | undefined, y: number | undefined) => (x ?? 0) + times * (y ?? 0);
  const queue = (name: 'wake' | 'effects') => ({
    sends: add(a.queues[name].sends, b.queues[name].sends),
    messages: add(a.queues[name].messages, b.queues[name].messages),
  });
  const names = keysOf(a.functions, b.functions) as FunctionName[];
  return {
    functions: Object.fromEntries(
      names.map((name) => [
        name,
        {
          count: add(a.functions[name]?.count, b.functions[name]?.count),
          ms: add(a.functions[name]?.ms, b.functions[name]?.ms),
        },
      ]),
    ),
    httpRequests: add(a.httpRequests, b.httpRequests),
    logBytes: add(a.logBytes, b.logBytes),
    readUnits: add(a.readUnits, b.readUnits),
    writeUnits: add(a.writeUnits, b.writeUnits),
    indexWriteUnits: Object.fromEntries(
      keysOf(a.indexWriteUnits, b.indexWriteUnits).map((index) => [
        index,
        add(a.indexWriteUnits[index], b.indexWriteUnits[index]),
      ]),
    ),
    queues: { wake: queue('wake'), effects: queue('effects') },
    timersFired: add(a.timersFired, b.timersFired),
    scheduled: add(a.scheduled, b.scheduled),
    storedBytes: add(a.storedBytes, b.storedBytes),
  };
}

const keysOf = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];
