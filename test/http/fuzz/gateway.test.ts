import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { open, rawGateway, sendRaw } from './raw-gateway.ts';

const seed = Number(process.env.FUZZ_SEED ?? 20_261_122);
const end = '\r\n\r\n';

const bodyOf = (sourceKey: string) =>
  JSON.stringify({ source: '12345', sourceKey, channel: 'phone', kind: 'help', description: '水管爆裂' });
const bytesOf = (text: string) => Buffer.byteLength(text);

const start = [
  'POST /tickets HTTP/1.1',
  'host: x',
  'authorization: Bearer platform',
  'content-type: application/json',
];

/** The head of a request that is taken in, with more lines before its end. */
const head = (...lines: readonly string[]) => [...start, ...lines].join('\r\n') + end;

const posted = (key: string) => head(`content-length: ${bytesOf(bodyOf(key))}`) + bodyOf(key);
const chunked = (body: string) => `${bytesOf(body).toString(16)}\r\n${body}\r\n0${end}`;

let gateway: Awaited<ReturnType<typeof rawGateway>>;
beforeAll(async () => {
  gateway = await rawGateway();
});
afterAll(() => gateway.server.drain(0));

/** After anything that was sent, whoever asks properly is answered, and each stored request has its ticket. */
afterEach(async () => {
  expect(
    await sendRaw(gateway.port, [`GET /tickets/none HTTP/1.1\r\nhost: x\r\nconnection: close${end}`]),
  ).toEqual([401]);
  expect(gateway.tickets.toSorted()).toEqual(gateway.requests.toSorted());
});

describe('the gateway takes', () => {
  it.each([
    ['a request as it should be', [posted('whole')], [201], ['whole']],
    ['one that comes byte by byte', [...posted('slow')], [201], ['slow']],
    ['one in chunks', [head('transfer-encoding: chunked') + chunked(bodyOf('chunks'))], [201], ['chunks']],
    [
      'one that waits to be let go on',
      [head('expect: 100-continue', `content-length: ${bytesOf(bodyOf('go'))}`), bodyOf('go')],
      [100, 201],
      ['go'],
    ],
    [
      'several at once, each answered in its turn',
      [posted('line-1') + posted('line-1') + posted('line-2')],
      [201, 200, 201],
      ['line-1', 'line-2'],
    ],
  ] as const)('%s', async (_, pieces, statuses, keys) => {
    const before = gateway.requests.length;

    const seen = await sendRaw(gateway.port, pieces, statuses.length);

    expect(seen.slice(0, statuses.length)).toEqual(statuses);
    expect(gateway.requests.slice(before)).toEqual(keys);
  });
});

const smuggled = `content-length: 4\r\ntransfer-encoding: chunked${end}0${end}${posted('smuggled')}`;
const million = 1_024 * 1_024;

describe('the gateway refuses, and stores nothing of', () => {
  it.each([
    ['no HTTP', [`hello${end}`], [400]],
    ['another version', ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], [400]],
    ['no host', [`GET /tickets HTTP/1.1${end}`], [400]],
    ['a host that is a path', [`GET /openapi.json HTTP/1.1\r\nhost: x/tickets?a=${end}`], [400, 401, 404]],
    ['a target that is another address', [`GET http://x/tickets HTTP/1.1\r\nhost: x${end}`], [401, 404]],
    ['a tunnel', [`CONNECT x:80 HTTP/1.1\r\nhost: x${end}`], []],
    ['half a percent', [`GET /tickets/%e4%b8 HTTP/1.1\r\nhost: x${end}`], [400]],
    ['a name with a blank', [head('bad name: 1')], [400]],
    ['a value that ends its line', [head('x-correlation-id: a\rset-cookie: b')], [400]],
    ['a value with a zero byte', [head('x-correlation-id: a\0b')], [400]],
    ['a value without end', [`${head().slice(0, -4)}\r\nx-a: ${'a'.repeat(40_000)}`], [400]],
    ['ten thousand headers', [head(...Array.from({ length: 10_000 }, (_, n) => `x-${n}: 1`))], [400]],
    ['two lengths', [head('content-length: 2', 'content-length: 3') + bodyOf('lengths')], [400]],
    ['a length below zero', [head('content-length: -1') + bodyOf('below')], [400]],
    ['a length and chunks, with another request inside', [`${head().slice(0, -4)}\r\n${smuggled}`], [400]],
    ['a chunk of no size', [`${head('transfer-encoding: chunked')}zz\r\n${bodyOf('zz')}\r\n0${end}`], [400]],
    [
      'a chunk longer than it says',
      [`${head('transfer-encoding: chunked')}2\r\n${bodyOf('long')}\r\n0${end}`],
      [400],
    ],
    ['a body above the limit', [head(`content-length: ${11 * million}`)], [413]],
  ] as const)('%s', async (_, pieces, statuses) => {
    const before = gateway.requests.length;

    const seen = await sendRaw(gateway.port, pieces);

    expect(seen.filter((status) => !(statuses as readonly number[]).includes(status))).toEqual([]);
    expect(seen.length).toBe(statuses.length === 0 ? 0 : 1);
    expect(gateway.requests.slice(before)).toEqual([]);
  });

  it('what follows a good request, and gives the good one no other answer than its own', async () => {
    const before = gateway.requests.length;

    const seen = await sendRaw(gateway.port, [`${posted('good')}POST /tickets\0\r\n`]);

    expect(seen.filter((status) => status !== 201)).toEqual([]);
    expect(gateway.requests.slice(before)).toEqual(['good']);
  });

  it('whoever goes away in the middle, wherever that is', async () => {
    const before = gateway.requests.length;
    const whole = posted('gone');

    for (let cut = 1; cut < whole.length; cut += 9) {
      const socket = await open(gateway.port);
      socket.write(whole.slice(0, cut));
      await pause(0);
      socket.destroy();
    }

    await pause(20);
    expect(gateway.requests.slice(before)).toEqual([]);
  });

  it(`bytes of any kind, also in the middle of a request (seed ${seed})`, async () => {
    const before = gateway.requests.length;
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 60 });

    await fc.assert(
      fc.asyncProperty(fc.nat(head().length - 4), bytes, async (cut, odd) => {
        const statuses = await sendRaw(gateway.port, [head().slice(0, cut), odd, end]);
        expect(statuses.filter((status) => status >= 500)).toEqual([]);
      }),
      { seed, numRuns: 25 },
    );

    expect(gateway.requests.slice(before)).toEqual([]);
  });
});

it('answers while hundreds hold a connection and say nothing, or half a word', async () => {
  const idle = await Promise.all(Array.from({ length: 300 }, () => open(gateway.port)));
  for (const [n, socket] of idle.entries()) if (n % 2 === 0) socket.write('POST /tick');

  const seen = await sendRaw(gateway.port, [posted('among-idle')]);

  expect(seen).toEqual([201]);
  for (const socket of idle) socket.destroy();
});
