import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { dynamoTicketStore } from '../../../functions/adapters/dynamodb/dynamo-ticket-store.ts';
import { idOf, openedAt, recordOf } from '../../contract/sample-record.ts';
import { documentsAt, freshTable, startDynalite } from '../../support/embedded-dynamodb.ts';

const dynalite = await startDynalite();
const losing = await startLosingProxy(dynalite.endpoint);
const documents = documentsAt(losing.endpoint);
const open = async () => dynamoTicketStore({ documents, name: await freshTable(dynalite.endpoint) });

afterAll(async () => {
  documents.destroy();
  await losing.stop();
  await dynalite.stop();
});

describe('a write whose answer is lost', () => {
  it('of a new ticket is found to be there, and was written once', async () => {
    const store = await open();
    losing.loseNext();

    const created = await store.create(recordOf(1));

    expect(created).toBe('exists');
    expect(await store.load(idOf(1))).toStrictEqual(recordOf(1));
  });

  it('of a decision looks like a lost race, and stands', async () => {
    const store = await open();
    await store.create(recordOf(1));
    losing.loseNext();

    const saved = await store.save(recordOf(1, { rev: 2 }), 1);

    expect(saved).toBe('stale');
    expect(await store.load(idOf(1))).toStrictEqual(recordOf(1, { rev: 2 }));
  });

  it('of a request is answered with that request', async () => {
    const store = await open();
    const keys = { ticketId: idOf(1), source: 's', sourceKey: 'k', digest: 'd', rulesHash: 'r' };
    const request = { ...keys, receivedAt: openedAt, expiresAt: openedAt, body: '{}' };
    losing.loseNext();

    const put = await store.putRequest(request);

    expect(put).toStrictEqual({ stored: request, isNew: false });
  });
});

describe('a server that cannot be reached', () => {
  it('makes reads and writes throw', async () => {
    const gone = await startDynalite();
    const name = await freshTable(gone.endpoint);
    const store = dynamoTicketStore({ documents: documentsAt(gone.endpoint), name });
    await gone.stop();

    await expect(store.load(idOf(1))).rejects.toThrow();
    await expect(store.create(recordOf(1))).rejects.toThrow();
  });
});

/** A proxy that passes the next request on when told so, and hangs up instead of answering it. */
async function startLosingProxy(target: string) {
  let isLosing = false;
  const server = createServer((incoming, outgoing) => {
    const loses = isLosing;
    isLosing = false;
    const { method, headers, url } = incoming;
    const options = { method: method ?? 'POST', headers };
    const passed = httpRequest(`${target}${url}`, options, (answer) => {
      if (loses) {
        answer.resume().once('end', () => incoming.socket.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(passed);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    loseNext: () => {
      isLosing = true;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
