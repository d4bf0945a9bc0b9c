import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { localhostCertificate } from './localhost-certificate.ts';

type Received = { readonly headers: Record<string, string>; readonly body: string };

type Behaviour = (response: ServerResponse, request: IncomingMessage) => void;

/** A webhook receiver on a free port of this machine that keeps what it is sent and answers as told. */
export type Receiver = AsyncDisposable & {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
};

export const startReceiver = (behave: Behaviour): Promise<Receiver> => start('http', behave, createServer);

export const startTlsReceiver = (behave: Behaviour): Promise<Receiver> =>
  start('https', behave, (listener) => createTlsServer(localhostCertificate, listener));

/** A behaviour: answer with a status and headers at once. */
export const answering =
  (status: number, headers: Record<string, string> = {}): Behaviour =>
  (response) => {
    response.writeHead(status, headers).end('{"note":"read by nobody"}');
  };

async function start(
  scheme: string,
  behave: Behaviour,
  create: (listener: RequestListener) => Server,
): Promise<Receiver> {
  const received: Received[] = [];
  const server = create(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    received.push({ headers: request.headers as Record<string, string>, body });
    behave(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${scheme}://127.0.0.1:${port}/hooks/hotline`,
    port,
    received,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
