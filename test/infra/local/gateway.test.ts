import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalHost } from '../../../infra/local/local-host.ts';
import { clientOf, startFixtureHost } from '../fixtures/fixture-host.ts';

let host: LocalHost;
let unit: Awaited<ReturnType<typeof clientOf>>;
let platform: Awaited<ReturnType<typeof clientOf>>;
beforeAll(async () => {
  host = await startFixtureHost();
  unit = await clientOf(host, 'unit');
  platform = await clientOf(host, 'platform');
});
afterAll(() => host.stop());

const command = (name: string, body: unknown = {}) => unit('POST', `/items/one/commands/${name}`, body);

describe('a request', () => {
  it('reaches its function as an event of payload format 2.0', async () => {
    const response = await unit(
      'POST',
      '/items/%E4%B8%80%2F2/commands/echo?a=1&b=x&a=2',
      { text: '水管' },
      {
        'x-custom': 'kept',
        te: 'trailers',
        'proxy-authorization': 'secret',
        cookie: 'c=1; d=2',
      },
    );

    const event = (await response.json()) as APIGatewayProxyEventV2WithJWTAuthorizer;
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /items/{itemId}/commands/{command}',
      rawQueryString: 'a=1&b=x&a=2',
      queryStringParameters: { a: '1,2', b: 'x' },
      pathParameters: { itemId: '一/2', command: 'echo' },
      cookies: ['c=1', 'd=2'],
      body: '{"text":"水管"}',
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'POST', sourceIp: '127.0.0.1' },
        stage: '$default',
        authorizer: { jwt: { claims: { role: 'unit', unit: '110101017' }, scopes: ['tickets.handle'] } },
      },
    });
    expect(event.headers['x-custom']).toBe('kept');
    for (const name of ['te', 'proxy-authorization', 'connection']) {
      expect(event.headers).not.toHaveProperty(name);
    }
    expect(typeof event.requestContext.authorizer.jwt.claims.exp).toBe('string');
  });

  it('is stored by a function that knows nothing of this machine, and read back', async () => {
    const posted = await platform('POST', '/items', { id: 'stored' });
    const read = await platform('GET', '/items/stored');

    expect([posted.status, read.status]).toEqual([201, 200]);
    expect(await read.json()).toMatchObject({ pk: 'stored' });
  });

  it.each([
    ['GET', '/nowhere', 404, 'Not Found'],
    ['DELETE', '/items/one', 404, 'Not Found'],
    ['GET', '/items/', 404, 'Not Found'],
    ['GET', '/items/%zz', 400, 'Bad Request'],
  ])('%s %s is answered by the gateway with %i', async (method, path, status, message) => {
    const response = await platform(method, path);

    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ message });
  });

  it('over 10 MB is refused with 413', async () => {
    const response = await platform('POST', '/items', { id: 'x'.repeat(10 * 1024 * 1024) });

    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ message: 'Request Entity Too Large' });
  });

  it.each([
    ['no HTTP at all', 'hello\r\n\r\n'],
    ['a bad header', 'GET / HTTP/1.1\r\nbad header\r\n\r\n'],
    ['a bad host', 'GET /health HTTP/1.1\r\nhost: [\r\nconnection: close\r\n\r\n'],
    ['a bad length', 'POST /items HTTP/1.1\r\nhost: a\r\ncontent-length: -1\r\n\r\n'],
    ['a body cut off', 'POST /local/token HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{'],
  ])('that is %s does not harm the next', async (_, bytes) => {
    const socket = connect(Number(new URL(host.url).port), '127.0.0.1');
    await once(socket, 'connect');

    socket.end(bytes);
    socket.resume();
    await once(socket, 'close');

    expect((await fetch(`${host.url}/health`)).status).toBe(200);
  });
});

describe('a function', () => {
  it('answers any JSON as a body of status 200', async () => {
    const response = await command('plain');

    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await response.json()).toEqual({ hello: '北京' });
  });

  it('sets headers, cookies and bytes, but nothing of the connection', async () => {
    const response = await command('hop');

    expect(await response.text()).toBe('bytes');
    expect(response.headers.get('x-kept')).toBe('yes');
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(response.headers.get('upgrade')).toBeNull();
    expect(response.headers.get('connection')).toBe('keep-alive');
  });

  it.each(['fail', 'reject', 'hang', 'spin', 'exit', 'exhaust', 'nonsense', 'badHeader'])(
    'that does "%s" gets the gateway’s 500, and the next event a healthy one',
    async (name) => {
      const response = await command(name);

      expect(response.status).toBe(500);
      expect(await response.json()).toEqual({ message: 'Internal Server Error' });
      expect((await command('plain')).status).toBe(200);
    },
  );

  it('works on one event at a time in each instance', async () => {
    const responses = await Promise.all(Array.from({ length: 6 }, () => command('overlap')));

    const seen = await Promise.all(responses.map((response) => response.json()));
    expect(seen).toEqual(Array.from({ length: 6 }, () => ({ seen: 1 })));
  });

  it('knows how much of its time is left', async () => {
    const { remainingMs } = (await (await command('remaining')).json()) as { remainingMs: number };

    expect(remainingMs).toBeGreaterThan(0);
    expect(remainingMs).toBeLessThanOrEqual(3_000);
  });

  it('finds the data files of its asset and writes its log lines to its own file', async () => {
    const health = await (await fetch(`${host.url}/health`)).json();
    await command('plain');

    expect(health).toMatchObject({ city: '海淀区', speed: '1' });
    expect(readFileSync(join(host.logsDir, 'command.log'), 'utf8')).toContain('"command":"plain"');
  });
});
