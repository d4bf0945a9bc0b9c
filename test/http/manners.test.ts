import { describe, expect, it } from 'vitest';
import { sampleSubmission } from '../../functions/http/openapi/sample-ticket.ts';
import { rawEvent } from './support/http-event.ts';
import { testRoles } from './support/roles.ts';
import { testCity } from './support/test-city.ts';
import { testService } from './support/test-service.ts';

const role = testRoles.platform;

describe('every answer', () => {
  it('gives the correlation id back, and forbids caching', async () => {
    const service = testService();

    const answer = await service.call('readHealth', { headers: { 'x-correlation-id': 'trace-0001' } });

    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({ 'x-correlation-id': 'trace-0001', 'cache-control': 'no-store' });
    expect(service.lines.at(-1)?.facts.correlationId).toBe('trace-0001');
  });

  it.each(['13800138000', '138-0013-8000', 'a b', 'x'.repeat(200), 'tr\nace-0001'])(
    'replaces a correlation id that is unfit for logs: %j',
    async (unfit) => {
      const service = testService();

      const answer = await service.call('readHealth', { headers: { 'x-correlation-id': unfit } });

      expect(answer.headers['x-correlation-id']).toMatch(/^id-\d+$/);
      expect(JSON.stringify(service.lines)).not.toContain(unfit);
    },
  );

  it('shows the speed of time on good and bad answers where it is not life’s own', async () => {
    const service = testService({ speed: 3_600, city: testCity('beijing', 'beijing-2023', 3_600) });

    const good = await service.call('submitTicket', { role, body: sampleSubmission });
    const bad = await service.call('submitTicket', { role, body: {} });

    expect(good.status).toBe(201);
    expect(good.headers['x-citywhistle-speed']).toBe('3600');
    expect(bad.headers['x-citywhistle-speed']).toBe('3600');
  });

  it('has no speed where time runs as in life', async () => {
    const answer = await testService().call('readHealth');

    expect(answer.headers).not.toHaveProperty('x-citywhistle-speed');
  });
});

describe('paths and methods', () => {
  it('tells the methods of a path that is asked with another', async () => {
    const answer = await testService().send('read', rawEvent({ method: 'PATCH', rawPath: '/tickets' }));

    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe('POST, GET');
    expect(answer.headers['content-type']).toBe('application/problem+json');
  });

  it('answers a path it does not have with 404', async () => {
    const answer = await testService().send('read', rawEvent({ method: 'GET', rawPath: '/nowhere' }));

    expect(answer.status).toBe(404);
    expect(answer.json.code).toBe('NO_SUCH_ROUTE');
  });

  it('answers HEAD as GET without a body', async () => {
    const answer = await testService().send('read', rawEvent({ method: 'HEAD', rawPath: '/health' }));

    expect(answer.status).toBe(200);
    expect(answer.text).toBe('');
  });

  it('does not answer HEAD to a stranger where GET would not', async () => {
    const answer = await testService().send('read', rawEvent({ method: 'HEAD', rawPath: '/counts' }));

    expect(answer.status).toBe(401);
  });

  it('answers a path that is no valid percent-encoding with 404', async () => {
    const answer = await testService().send('read', rawEvent({ method: 'GET', rawPath: '/tickets/%E4%BD' }));

    expect(answer.status).toBe(404);
  });
});

describe('languages', () => {
  it.each([
    [undefined, 'zh'],
    ['en', 'en'],
    ['en-GB,en;q=0.9', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['en;q=0.5, zh;q=0.4', 'en'],
    ['fr, *;q=0.1', 'zh'],
    ['en;q=0', 'zh'],
    ['en;q=0.2, *;q=0.5', 'zh'],
    [';;;,,q=x', 'zh'],
  ])('answers %j in %s', async (wanted, language) => {
    const headers = wanted === undefined ? {} : { 'accept-language': wanted };

    const answer = await testService().call('submitTicket', { role, body: {}, headers });

    expect(answer.headers['content-language']).toBe(language);
    expect(answer.json.title).toBe(language === 'zh' ? '请求内容有误' : 'The content is not valid');
  });
});
