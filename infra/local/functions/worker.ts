import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { Context } from 'aws-lambda';
import type { FunctionFailure, Invocation, WorkerMessage, WorkerStart } from './protocol.ts';

type Handler = (event: unknown, context: Context) => unknown;

const say = (message: WorkerMessage) => parentPort?.postMessage(message);

const failure = (cause: unknown): FunctionFailure =>
  cause instanceof Error
    ? { errorType: cause.name, errorMessage: cause.message }
    : { errorType: 'Error', errorMessage: String(cause) };

const contextOf = (invocation: Invocation): Context => ({
  awsRequestId: invocation.requestId,
  functionName: invocation.functionName,
  functionVersion: '$LATEST',
  invokedFunctionArn: invocation.functionArn,
  memoryLimitInMB: String(invocation.memoryMb),
  logGroupName: `/aws/lambda/${invocation.functionName}`,
  logStreamName: 'local',
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Math.max(0, invocation.deadlineAt - Date.now()),
  done: () => {},
  fail: () => {},
  succeed: () => {},
});

const { module, exportName } = workerData as WorkerStart;
try {
  const loaded = (await import(pathToFileURL(module).href)) as Record<string, Handler | undefined>;
  const handler = loaded[exportName];
  if (handler === undefined) throw new Error(`${module} does not export ${exportName}`);
  parentPort?.on('message', async (invocation: Invocation) => {
    try {
      const result = await handler(JSON.parse(invocation.event), contextOf(invocation));
      say({ type: 'done', payload: JSON.stringify(result) ?? 'null' });
    } catch (cause) {
      console.error(cause);
      say({ type: 'failed', error: failure(cause) });
    }
  });
  say({ type: 'ready' });
} catch (cause) {
  console.error(cause);
  say({ type: 'failed', error: failure(cause) });
}
