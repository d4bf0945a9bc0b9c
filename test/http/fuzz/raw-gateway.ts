import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import { err, ok } from '../../../functions/core/result.ts';
import { routes } from '../../../functions/http/routes.ts';
import { handleRequest } from '../../../infra/local/gateway/handle-request.ts';
import { startHttpServer } from '../../../infra/local/gateway/http-server.ts';
import { testRoles } from '../support/roles.ts';
import { type TestService, testService } from '../support/test-service.ts';

/** An answer ends when the server hangs up or has said nothing more for so long. */
const silenceMs = 60;
const answerMaxMs = 20_000;

/** The local host's gateway on a socket, before the service in process; it remembers what was stored. */
export async function rawGateway() {
  const memory = memoryTicketStore();
  const requests: string[] = [];
  const tickets: string[] = [];
  const service = testService({
    store: {
      ...memory,
      putRequest: async (request) => {
        const put = await memory.putRequest(request);
        if (put.isNew) requests.push(request.sourceKey);
        return put;
      },
      create: async (record) => {
        const created = await memory.create(record);
        if (created === 'created') tickets.push(record.sourceKey);
        return created;
      },
    },
  });
  const gateway = {
    routes: routes.map(({ method, path, scope, handler }) => ({
      routeKey: `${method} ${path}`,
      method,
      segments: path.split('/').slice(1),
      functionName: handler,
      authorization: scope === null || scope === undefined ? null : { scopes: [...scope] },
    })),
    verify: async (token: string) =>
      token === 'platform' ? ok({ ...testRoles.platform }) : err('no such token'),
    pools: new Map(routes.map(({ handler }) => [handler, poolOf(service, handler)])),
  };
  const server = await startHttpServer(0);
  server.serve((request, response) =>
    handleRequest(gateway as unknown as Parameters<typeof handleRequest>[0], request, response),
  );
  const port = Number(new URL(server.url).port);
  return { server, port, requests, tickets };
}

const poolOf = (service: TestService, handler: Parameters<TestService['send']>[0]) => ({
  invoke: async (event: string) => {
    const { status, headers, text } = await service.send(handler, JSON.parse(event));
    return ok(JSON.stringify({ statusCode: status, headers, body: text }));
  },
});

/** Opens a connection that nobody closes but the test or the server. */
export async function open(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  // A server may hang up on what is sent to it.
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** Sends pieces, one after the other, and gives the status of every answer until the server hangs up or falls silent. */
export async function sendRaw(
  port: number,
  pieces: readonly (string | Uint8Array)[],
  answers = 1,
): Promise<readonly number[]> {
  const socket = await open(port);
  let text = '';
  let isClosed = false;
  let heardAt = Date.now();
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    heardAt = Date.now();
  });
  socket.on('close', () => {
    isClosed = true;
  });
  for (const piece of pieces) {
    if (isClosed) break;
    socket.write(piece);
    if (pieces.length > 1) await pause(0);
  }
  const statuses = () => [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  const until = Date.now() + answerMaxMs;
  const isDone = () => {
    if (isClosed) return true;
    const final = statuses().filter((status) => status !== 100);
    return final.length >= answers && Date.now() - heardAt >= silenceMs;
  };
  while (!isDone() && Date.now() < until) await pause(5);
  socket.destroy();
  return statuses();
}
