import { once } from 'node:events';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import dynalite from 'dynalite';
import { readBody } from './gateway/read-body.ts';

/** DynamoDB's own limit of a request. */
const requestBytesMax = 16 * 1024 * 1024;

/** A running embedded server. */
export interface EmbeddedServer {
  readonly endpoint: string;
  stop(): Promise<void>;
}

/**
 * Starts a server of the DynamoDB API on the loopback, with its data at `path` or in memory. LevelDB hands each
 * write to the operating system before the answer, so an answered write survives a kill of the process.
 */
export async function startDynamodb(props: { path?: string }): Promise<EmbeddedServer> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0, ...props });
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
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
