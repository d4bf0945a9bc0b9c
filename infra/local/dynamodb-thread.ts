import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import dynalite from 'dynalite';
import { readBody } from './gateway/read-body.ts';
import { indexWithItem } from './index-with-item.ts';

/** DynamoDB's own limit of a request. */
const requestBytesMax = 16 * 1024 * 1024;

const { path } = workerData as { path?: string };
// In memory there is nothing that a kill could leave half-written.
if (path !== undefined) indexWithItem();

const server = dynalite({ createTableMs: 0, deleteTableMs: 0, ...(path === undefined ? {} : { path }) });
const [answer] = server.listeners('request') as RequestListener[];
server.removeAllListeners('request');

// Dynalite throws when a client hangs up in the middle of its request, as a killed function does.
server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
  const body = await readBody(request, requestBytesMax);
  if (!body.ok) {
    response.destroy();
    return;
  }
  const { method, url, headers } = request;
  const whole = Object.assign(Readable.from(body.value.length > 0 ? [body.value] : []), {
    method,
    url,
    headers,
  });
  answer?.(whole as unknown as IncomingMessage, response);
});

server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort?.once('message', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
parentPort?.postMessage((server.address() as AddressInfo).port);
