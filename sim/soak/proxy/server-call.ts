import type { EpochMs } from '../../../functions/core/time.ts';

/** A call of a server of the DynamoDB or SQS API, as both speak it: an operation and JSON. */
export interface ServerCall {
  /** Such as `PutItem` or `SendMessageBatch`. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** When it reached the proxy. */
  readonly at: EpochMs;
}

/** A call that the server has done. */
export interface DoneCall extends ServerCall {
  readonly output: Readonly<Record<string, unknown>>;
  readonly doneAt: EpochMs;
}

/** What functions and pollers call all the time. What sets the servers up is never disturbed. */
const disturbed: ReadonlySet<string> = new Set([
  ...['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'],
  ...['SendMessage', 'SendMessageBatch', 'ReceiveMessage', 'DeleteMessage', 'DeleteMessageBatch'],
  'ChangeMessageVisibility',
]);

export const isDisturbed = ({ operation }: ServerCall): boolean => disturbed.has(operation);

export const isSend = ({ operation }: ServerCall): boolean => operation.startsWith('SendMessage');

export const isDeletion = ({ operation }: ServerCall): boolean => operation.startsWith('DeleteMessage');

/** The name of the queue a call is about. */
export const queueOf = ({ input }: ServerCall): string => String(input.QueueUrl).split('/').at(-1) ?? '';

/** The call in a request of the JSON protocol; undefined when it is something else. */
export function readCall(target: string | undefined, body: Buffer, at: EpochMs): ServerCall | undefined {
  const operation = target?.split('.').at(-1);
  if (operation === undefined) return undefined;
  try {
    return { operation, input: JSON.parse(body.toString('utf8')) as ServerCall['input'], at };
  } catch {
    return undefined;
  }
}
