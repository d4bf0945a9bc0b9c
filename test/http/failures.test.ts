import { describe, expect, it } from 'vitest';
import { sampleSubmission } from '../../functions/http/openapi/sample-ticket.ts';
import { NewerFormat } from '../../functions/ports/newer-format.ts';
import { testRoles } from './support/roles.ts';
import { testService } from './support/test-service.ts';

const secret = 'the text of 王女士 13800138000';
const path = { ticketId: '0'.repeat(32) };

const failing = (cause: unknown) =>
  testService({
    store: {
      load: async () => {
        throw cause;
      },
    },
  });

const named = (name: string, more: object = {}) => Object.assign(new Error(secret), { name, ...more });

describe('an exception', () => {
  it('becomes a 500 without a word of its own, and is logged', async () => {
    const service = failing(new TypeError(secret));

    const answer = await service.call('readTicket', { role: testRoles.platform, path });

    expect(answer.status).toBe(500);
    expect(answer.json).toMatchObject({ code: 'INTERNAL' });
    expect(answer.text).not.toMatch(/王女士|13800138000|TypeError/);
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'x-correlation-id': 'id-1' });
    expect(service.lines).toMatchObject([
      { level: 'error', message: 'failed', facts: { status: 500, code: 'INTERNAL', correlationId: 'id-1' } },
    ]);
    expect(service.metrics).toContainEqual({ name: 'Failures', value: 1, code: 'INTERNAL' });
  });

  it.each([
    named('ProvisionedThroughputExceededException'),
    named('ThrottlingException'),
    named('TimeoutError'),
    named('Error', { code: 'ECONNREFUSED' }),
    new Error('outer', { cause: named('InternalServerError') }),
    new NewerFormat('0'.repeat(32), 99),
  ])('that may pass ($name) asks the client to come back', async (cause) => {
    const answer = await failing(cause).call('readTicket', { role: testRoles.platform, path });

    expect(answer.status).toBe(503);
    expect(answer.json.code).toBe('BUSY');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('that is the client’s fault is a warning in the log, not an error', async () => {
    const service = testService();
    const query = { cursor: 'none-of-ours' };

    const answer = await service.call('readWorklist', {
      role: testRoles.platform,
      path: { owner: 'hotline' },
      query,
    });

    expect(answer.json).toMatchObject({ status: 400, code: 'BAD_CURSOR' });
    expect(service.lines).toMatchObject([{ level: 'warn', facts: { status: 400, code: 'BAD_CURSOR' } }]);
  });

  it('that is no Error is a 500 as well', async () => {
    const answer = await failing('a string').call('readTicket', { role: testRoles.platform, path });

    expect(answer.status).toBe(500);
  });
});

describe('what is logged of a request', () => {
  it('is its operation, status and code, and nothing of what was sent', async () => {
    const service = testService();
    const role = { ...testRoles.platform, sub: 'subject-77' };
    const query = { source: 'bj-12345', sourceKey: 'KEY-IN-QUERY' };

    await service.call('submitTicket', { role, body: sampleSubmission });
    await service.call('submitTicket', { role, body: { ...sampleSubmission, [secret]: secret } });
    await service.call('findTickets', { role, query });

    const logged = JSON.stringify([service.lines, service.metrics]);
    expect(service.lines.map(({ facts }) => [facts.operationId, facts.status, facts.code])).toEqual([
      ['submitTicket', 201, undefined],
      ['submitTicket', 422, 'VALIDATION'],
      ['findTickets', 404, 'NOT_FOUND'],
    ]);
    expect(logged).not.toMatch(/王女士|13800|自来水|subject-77|KEY-IN-QUERY|HZ2026|bj-12345/);
  });
});
