import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { answerError } from './gateway-error.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The listening socket of the gateway. */
export interface HttpServer {
  readonly url: string;
  /** From here on requests are handled; until then, and after `drain`, they get a 503. */
  serve(handle: Handle): void;
  /** Takes no more requests; resolves when those in flight are answered, or after `limitMs`. */
  drain(limitMs: number): Promise<void>;
}

/** Listens on the loopback at `port` (0: any free one). Rejects when the port is taken. */
export async function startHttpServer(port: number): Promise<HttpServer> {
  let handle: Handle | undefined;
  const unanswered = new WeakMap<Duplex, Set<IncomingMessage>>();
  const server = createServer(async (request, response) => {
    const { socket } = request;
    const open = unanswered.get(socket) ?? new Set();
    unanswered.set(socket, open.add(request));
    response.once('close', () => open.delete(request));
    try {
      if (handle === undefined) {
        request.resume();
        answerError(response, 503, { connection: 'close' });
      } else await handle(request, response);
    } catch {
      if (response.headersSent) response.destroy();
      else answerError(response, 500);
    }
  });
  server.on('clientError', (_, socket) => {
    // Whoever waits for the answer to a whole request before would take this one for it.
    const isAwaited = [...(unanswered.get(socket) ?? [])].some(({ complete }) => complete);
    if (socket.writable && !isAwaited)
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    else socket.destroy();
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    serve: (next) => {
      handle = next;
    },
    async drain(limitMs) {
      handle = undefined;
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, limitMs);
      });
      await Promise.race([closed, late]);
      clearTimeout(timer);
      server.closeAllConnections();
    },
  };
}
