import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** One call of the SDK: the command's name and what it sends, as it goes over the wire. */
export interface Call {
  readonly name: string;
  readonly input: object;
}

/** What the adapters ask of the servers, taken down while it is wanted. */
export interface CallLog {
  /** Runs `work` and returns the calls made meanwhile, in their order. */
  during(work: () => Promise<unknown>): Promise<readonly Call[]>;
}

/** Watches both clients from a middleware of theirs, where the body of a call is ready to go. */
export function watchCalls(documents: DynamoDBDocumentClient, queues: SQSClient): CallLog {
  let calls: Call[] | undefined;
  const take = (name: string | undefined, request: unknown) => {
    if (calls === undefined) return;
    const { body } = request as { readonly body: string | Uint8Array };
    const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
    calls.push({ name: name ?? 'unknown', input: JSON.parse(text) as object });
  };
  const options = { step: 'build', name: 'watchCalls' } as const;
  documents.middlewareStack.add((next, { commandName }) => {
    return (args) => {
      take(commandName, args.request);
      return next(args);
    };
  }, options);
  queues.middlewareStack.add((next, { commandName }) => {
    return (args) => {
      take(commandName, args.request);
      return next(args);
    };
  }, options);
  return {
    async during(work) {
      calls = [];
      await work();
      const taken = calls;
      calls = undefined;
      return taken;
    },
  };
}
