import { describe, expect, it } from 'vitest';
import { examples } from '../../functions/http/openapi/examples.ts';
import { sampleSubmission } from '../../functions/http/openapi/sample-ticket.ts';
import type { OperationId } from '../../functions/http/routes.ts';
import { testRoles } from './support/roles.ts';
import { testService } from './support/test-service.ts';

const ticketId = '0'.repeat(32);
const topicId = `topic_${ticketId}`;
const { platform, city } = testRoles;

/** Where a client sends an instant, and the field that is to be named. */
const bodies: readonly (readonly [OperationId, (at: string) => object, Record<string, string>, string])[] = [
  ['submitTicket', (requestedAt) => ({ ...sampleSubmission, requestedAt }), {}, 'requestedAt'],
  [
    'importBacklog',
    (requestedAt) => ({ tickets: [{ ...sampleSubmission, requestedAt }] }),
    {},
    'tickets.0.requestedAt',
  ],
  ['suspend', (reviewAt) => ({ reviewAt, text: '待立项' }), { ticketId }, 'reviewAt'],
  [
    'openMatter',
    (openedFrom) => ({
      ...(examples.openMatter.body as object),
      selection: { placeCodes: ['110101017'], openedFrom, openedTo: '2026-11-22T12:00:00Z' },
    }),
    {},
    'selection.openedFrom',
  ],
  [
    'askMilestoneExtension',
    (until) => ({ milestone: 'plan', until, reason: '待审批' }),
    { topicId },
    'until',
  ],
];
const absurd = [
  '0001-01-01T00:00:00Z',
  '1969-12-31T23:59:59Z',
  '2200-01-01T00:00:00Z',
  '9999-12-31T23:59:59Z',
];

describe('an instant that no request can be of', () => {
  it.each(
    bodies.flatMap(([operation, body, path, field]) =>
      absurd.map((at) => ({ operation, body, path, field, at })),
    ),
  )('is refused by $operation: $at', async ({ operation, body, path, field, at }) => {
    const role = operation === 'submitTicket' || operation === 'importBacklog' ? platform : city;

    const { json } = await testService().call(operation, { role, path, body: body(at) });

    const reason = '须为 1970 年至 2200 年之前的时刻';
    expect(json).toMatchObject({ status: 422, code: 'VALIDATION', errors: [{ field, reason }] });
  });

  it('is refused once, as the text that it is, where it is no instant at all', async () => {
    const body = { ...sampleSubmission, requestedAt: '+275760-09-13T00:00:00Z' };

    const { json } = await testService().call('submitTicket', { role: platform, body });

    expect(json.errors).toHaveLength(1);
    expect(json).toMatchObject({ code: 'VALIDATION', errors: [{ field: 'requestedAt' }] });
  });
});

describe('a month or a year that no city has', () => {
  it.each<[OperationId, object]>([
    ['findTickets', { query: { unit: '110101', month: '0000-05' } }],
    ['findTickets', { query: { unit: '110101', month: '9999-12' } }],
    ['readBoard', { path: { kind: 'month', period: '0000-01' } }],
    ['readBoard', { path: { kind: 'annual', period: '0000' } }],
    ['readUnitNow', { path: { kind: 'month', period: '0000-01', unitCode: '110101' } }],
    ['exportInspection', { query: { unit: '110101', month: '0000-01' } }],
    ['listTopics', { query: { year: '0000' } }],
    ['listCandidates', { path: { month: '0000-01' } }],
  ])('is refused by %s: %j', async (operation, parts) => {
    const { json } = await testService().call(operation, { role: city, ...parts });

    expect(json).toMatchObject({ status: 400, code: 'BAD_PARAMETER' });
  });
});
