import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { postWebhook } from '../../../functions/adapters/webhook/post.ts';
import { localhostCertificate } from './localhost-certificate.ts';
import { answering, startReceiver, startTlsReceiver } from './receiver.ts';
import { event, otherSecret, secret } from './sample-event.ts';

const post = (url: string, changes: { allowLocal?: boolean; timeoutMs?: number; secrets?: string[] } = {}) =>
  postWebhook({ url, secrets: [secret], event, at: Date.now(), allowLocal: true, ...changes });

describe('a delivery', () => {
  it('reaches the receiver as a signed CloudEvent', async () => {
    await using receiver = await startReceiver(answering(204));

    const result = await post(receiver.url, { secrets: [otherSecret, secret] });

    expect(result).toEqual({ ok: true, value: { status: 204 } });
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[0]];
    expect(headers).toMatchObject({ 'content-type': 'application/cloudevents+json', 'webhook-id': event.id });
    expect(new Webhook(secret).verify(body, headers)).toEqual(event);
    expect(new Webhook(otherSecret).verify(body, headers)).toEqual(event);
  });

  it('resolves a host name and reaches the address it has judged', async () => {
    await using receiver = await startReceiver(answering(200));

    const result = await post(`http://localhost:${receiver.port}/`);

    expect(result).toEqual({ ok: true, value: { status: 200 } });
  });

  it('is done when the status has come, however much the receiver goes on to say', async () => {
    await using receiver = await startReceiver((response) => {
      const talk = () => {
        while (response.write('x'.repeat(65_536)));
      };
      response.on('drain', talk);
      talk();
    });

    expect(await post(receiver.url, { timeoutMs: 3_600_000 })).toEqual({ ok: true, value: { status: 200 } });
  });

  it('is done when the status has come, even if the rest never does', async () => {
    await using receiver = await startReceiver((response) => response.write('unfinished'));

    expect(await post(receiver.url, { timeoutMs: 1_500 })).toEqual({ ok: true, value: { status: 200 } });
  });
});

describe('a receiver that does not take it', () => {
  it.each([
    [400, { code: 'REFUSED', retryable: false, status: 400 }],
    [404, { code: 'REFUSED', retryable: false, status: 404 }],
    [408, { code: 'UNAVAILABLE', retryable: true, status: 408 }],
    [410, { code: 'GONE', retryable: false, status: 410 }],
    [429, { code: 'UNAVAILABLE', retryable: true, status: 429, retryAfterSeconds: 30 }],
    [500, { code: 'UNAVAILABLE', retryable: true, status: 500, retryAfterSeconds: 30 }],
    [503, { code: 'UNAVAILABLE', retryable: true, status: 503, retryAfterSeconds: 30 }],
  ])('status %i is %o', async (status, failure) => {
    await using receiver = await startReceiver(
      answering(status, status === 408 ? {} : { 'retry-after': '30' }),
    );

    expect(await post(receiver.url)).toEqual({ ok: false, error: failure });
  });

  it.each([301, 302, 307, 308])('a redirect with %i is not followed', async (status) => {
    await using target = await startReceiver(answering(200));
    await using receiver = await startReceiver(answering(status, { location: target.url }));

    const result = await post(receiver.url);

    expect(result).toEqual({ ok: false, error: { code: 'REDIRECTED', retryable: false, status } });
    expect(target.received).toEqual([]);
  });

  it('a receiver that never answers times out', async () => {
    await using receiver = await startReceiver(() => undefined);

    const result = await post(receiver.url, { timeoutMs: 100 });

    expect(result).toEqual({ ok: false, error: { code: 'TIMED_OUT', retryable: true } });
  });

  it('a receiver that hangs up is unreachable', async () => {
    await using receiver = await startReceiver((_, request) => request.socket.destroy());

    const result = await post(receiver.url);

    expect(result).toEqual({
      ok: false,
      error: { code: 'UNREACHABLE', retryable: true, reason: 'ECONNRESET' },
    });
  });

  it('a receiver that wants another protocol is unreachable', async () => {
    await using receiver = await startReceiver((response) => {
      response.writeHead(101, { connection: 'upgrade', upgrade: 'websocket' }).end();
    });

    const result = await post(receiver.url);

    expect(result).toMatchObject({ ok: false, error: { code: 'UNREACHABLE', retryable: true } });
  });

  it('a port nobody listens on is unreachable', async () => {
    const receiver = await startReceiver(answering(200));
    await receiver[Symbol.asyncDispose]();

    const result = await post(receiver.url);

    expect(result).toEqual({
      ok: false,
      error: { code: 'UNREACHABLE', retryable: true, reason: 'ECONNREFUSED' },
    });
  });
});

describe('an address that may not be called', () => {
  it.each([
    ['http', (port: number) => `http://127.0.0.1:${port}/`],
    ['an address written out', (port: number) => `https://127.0.0.1:${port}/`],
    ['a name that resolves to it', (port: number) => `https://localhost:${port}/`],
  ])('is refused: %s', async (_, urlOf) => {
    await using receiver = await startReceiver(answering(200));

    const result = await post(urlOf(receiver.port), { allowLocal: false });

    expect(result).toMatchObject({ ok: false, error: { code: 'URL_REFUSED', retryable: false } });
    expect(receiver.received).toEqual([]);
  });
});

describe('https', () => {
  const known = getCACertificates();
  beforeAll(() => setDefaultCACertificates([...known, localhostCertificate.cert]));
  afterAll(() => setDefaultCACertificates(known));

  it('reaches a receiver whose certificate is trusted', async () => {
    await using receiver = await startTlsReceiver(answering(202));

    const result = await post(`https://localhost:${receiver.port}/`);

    expect(result).toEqual({ ok: true, value: { status: 202 } });
  });

  it('judges the address anew for every delivery, also where one has just succeeded', async () => {
    await using receiver = await startTlsReceiver(answering(202));
    const url = `https://localhost:${receiver.port}/`;

    expect(await post(url)).toMatchObject({ ok: true });
    expect(await post(url, { allowLocal: false })).toMatchObject({ error: { code: 'URL_REFUSED' } });
    expect(receiver.received).toHaveLength(1);
  });

  it('tells a receiver nothing whose certificate is not', async () => {
    setDefaultCACertificates(known);
    await using receiver = await startTlsReceiver(answering(202));

    const result = await post(`https://localhost:${receiver.port}/`);

    expect(result).toEqual({
      ok: false,
      error: { code: 'UNREACHABLE', retryable: true, reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    });
    expect(receiver.received).toEqual([]);
  });
});
