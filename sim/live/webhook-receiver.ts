import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { EpochMs } from '../../functions/core/time.ts';
import { subscribable } from '../../functions/core/webhooks/registration.ts';
import type { Clock } from '../../functions/ports/clock.ts';
import type { ServiceClient } from './service-client.ts';

/** What a receiver was told: an event as it first came, and how often. */
export interface Heard {
  readonly id: string;
  readonly owner: string;
  readonly type: string;
  /** When it happened, by the event itself. */
  readonly happenedAt: EpochMs;
  readonly arrivedAt: EpochMs;
  readonly data: Readonly<Record<string, unknown>>;
  times: number;
}

/** Receivers of webhooks on the loopback, one address per owner. They check every signature and drop what they know. */
export interface WebhookReceiver {
  /** Everything heard, by event id. */
  readonly heard: ReadonlyMap<string, Heard>;
  /** Asked at each delivery: true answers 503, as a receiver that is down. Nobody is down at first. */
  isDown: () => boolean;
  /** Deliveries whose signature, address or form was wrong. */
  readonly refused: readonly string[];
  /** Bodies and addresses of all deliveries, to look for personal data in. */
  readonly texts: readonly string[];
  /** Registers a receiver of `owner` with the service, at an address of its own by its name; gives the registration's id. */
  register(client: ServiceClient, owner: string, name?: string): Promise<string>;
  /** Calls `listener` with each event when it is first heard. */
  onFirst(listener: (heard: Heard) => void): void;
  close(): Promise<void>;
}

export async function openWebhookReceiver(clock: Clock): Promise<WebhookReceiver> {
  const secrets = new Map<string, { readonly owner: string; readonly webhook: Webhook }>();
  const heard = new Map<string, Heard>();
  const refused: string[] = [];
  const texts: string[] = [];
  const listeners: ((heard: Heard) => void)[] = [];

  const take = (path: string, body: string, headers: Record<string, string>): number => {
    const arrivedAt = clock.now();
    texts.push(`${path} ${body}`);
    const registration = secrets.get(path);
    if (registration === undefined) {
      refused.push(`${path}: nobody registered here`);
      return 404;
    }
    try {
      registration.webhook.verify(body, headers);
    } catch (cause) {
      refused.push(`${path}: ${String(cause)}`);
      return 401;
    }
    const { id, type, time, data } = JSON.parse(body) as Record<string, string> & { data: Heard['data'] };
    if (id === undefined || id !== headers['webhook-id']) refused.push(`${path}: id differs from webhook-id`);
    const known = heard.get(id!);
    if (known !== undefined) known.times += 1;
    else {
      const { owner } = registration;
      const first = { id: id!, owner, type: type!, happenedAt: Date.parse(time!), arrivedAt, data, times: 1 };
      heard.set(first.id, first);
      for (const listener of listeners) listener(first);
    }
    return 204;
  };

  const server = createServer(async (request, response) => {
    const body = await textOf(request);
    if (receiver.isDown()) return void response.writeHead(503).end();
    response.writeHead(take(request.url ?? '', body, request.headers as Record<string, string>)).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const receiver: WebhookReceiver = {
    heard,
    isDown: () => false,
    refused,
    texts,
    async register(client, owner, name = owner) {
      const path = `/hooks/${name}`;
      const url = `http://127.0.0.1:${port}${path}`;
      const answer = await client.ask({ role: 'operator' }, 'POST', '/webhooks', {
        body: { url, owner, kinds: subscribable },
      });
      const { secret, webhook } = answer.body as { secret?: string; webhook?: { readonly id: string } };
      if (answer.status !== 201 || secret === undefined || webhook === undefined) {
        throw new Error(`no webhook for ${owner}: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      secrets.set(path, { owner, webhook: new Webhook(secret) });
      return webhook.id;
    },
    onFirst: (listener) => listeners.push(listener),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return receiver;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
