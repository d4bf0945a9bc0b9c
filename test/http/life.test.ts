import { describe, expect, it } from 'vitest';
import { sampleSubmission } from '../../functions/http/openapi/sample-ticket.ts';
import { testRoles } from './support/roles.ts';
import { type TestService, testService } from './support/test-service.ts';

const { platform, lead } = testRoles;

async function submitted(service: TestService): Promise<{ ticketId: string }> {
  const answer = await service.call('submitTicket', { role: platform, body: sampleSubmission });
  return { ticketId: String(answer.json.ticketId) };
}

describe('intake', () => {
  it('answers a new request with 201 and where its ticket is', async () => {
    const service = testService();

    const answer = await service.call('submitTicket', { role: platform, body: sampleSubmission });

    expect(answer.status).toBe(201);
    expect(service.lines.at(-1)?.facts.ticketId).toBe(answer.json.ticketId);
    expect(answer.headers.location).toBe(`/tickets/${answer.json.ticketId}`);
    expect(answer.json).toMatchObject({ status: 'dispatched', leadUnit: 'ent-water', itemCode: '0101-01' });
    expect(service.metrics).toContainEqual({ name: 'TicketsSubmitted', value: 1, code: undefined });
  });

  it('answers the same request again with 200 and the same ticket, and counts it once', async () => {
    const service = testService();
    const { ticketId } = await submitted(service);

    const again = await service.call('submitTicket', { role: platform, body: sampleSubmission });

    expect(again.status).toBe(200);
    expect(again.json.ticketId).toBe(ticketId);
    expect(service.metrics.filter(({ name }) => name === 'TicketsSubmitted')).toHaveLength(1);
  });

  it('answers the same key with another body with 409 and names the ticket', async () => {
    const service = testService();
    const path = await submitted(service);

    const other = await service.call('submitTicket', {
      role: platform,
      body: { ...sampleSubmission, title: '另一件事' },
    });

    expect(other.status).toBe(409);
    expect(other.json).toMatchObject({ code: 'CONFLICT', ticketId: path.ticketId });
  });

  it('imports row by row, and says of each why not', async () => {
    const service = testService();
    const row = (sourceKey: string, itemCode: string) => ({ ...sampleSubmission, sourceKey, itemCode });
    const body = { tickets: [row('a', '0101-01'), row('b', 'no-such'), row('c', '0101-02')] };

    const answer = await service.call('importBacklog', { role: platform, body });

    expect(answer.status).toBe(200);
    expect(answer.json.results).toMatchObject([
      { sourceKey: 'a', status: 201 },
      { sourceKey: 'b', status: 422, problem: { code: 'UNKNOWN_ITEM', itemCode: 'no-such' } },
      { sourceKey: 'c', status: 201 },
    ]);
  });
});

describe('a command', () => {
  const key = { 'idempotency-key': 'sign-1' };

  it('gives the ticket as it then stands', async () => {
    const service = testService();
    const path = await submitted(service);

    const answer = await service.call('sign', { role: lead, path });

    expect(answer.status).toBe(200);
    expect(answer.json.status).toBe('signed');
    expect(service.lines.at(-1)?.facts).toMatchObject({ operationId: 'sign', ticketId: path.ticketId });
    expect(answer.headers).not.toHaveProperty('idempotent-replayed');
    expect(service.metrics).toContainEqual({ name: 'CommandsAccepted', value: 1, code: undefined });
  });

  it('sent again under its key is answered, marked, and done once', async () => {
    const service = testService();
    const path = await submitted(service);
    const first = await service.call('sign', { role: lead, path, headers: key });

    const again = await service.call('sign', { role: lead, path, headers: key });

    expect(again.status).toBe(200);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.json.rev).toBe(first.json.rev);
  });

  it('is not taken for another’s that counts its keys the same way', async () => {
    const service = testService();
    const path = await submitted(service);
    const note = { headers: { 'idempotency-key': '1' }, path };
    await service.call('note', { ...note, role: lead, body: { text: '已出发' } });
    service.time.now += 1_000;

    const other = await service.call('note', { ...note, role: platform, body: { text: '市民来电' } });
    const reserved = await service.call('sign', {
      role: lead,
      path,
      headers: { 'idempotency-key': 'submit' },
    });

    expect(other.headers).not.toHaveProperty('idempotent-replayed');
    expect(reserved.json.status).toBe('signed');
    const notes = await service.call('listNotes', { role: lead, path });
    expect(notes.json.rows).toMatchObject([{ text: '已出发' }, { text: '市民来电' }]);
  });

  it.each(['', ' ', 'a b', 'ключ', 'x'.repeat(201)])('refuses the key %j by name', async (unfit) => {
    const service = testService();

    const answer = await service.call('sign', {
      role: lead,
      path: await submitted(service),
      headers: { 'idempotency-key': unfit },
    });

    expect(answer.status).toBe(400);
    expect(answer.json.errors?.[0]?.field).toBe('Idempotency-Key');
  });

  it('that a status does not accept is told what is accepted', async () => {
    const service = testService();
    const path = await submitted(service);

    const answer = await service.call('contact', { role: lead, path });

    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({ code: 'NOT_ACCEPTED', ticketStatus: 'dispatched' });
    expect(answer.json.accepted).toContain('sign');
    expect(service.metrics).toContainEqual({ name: 'CommandsRefused', value: 1, code: 'NOT_ACCEPTED' });
  });

  it('of a unit that does not stand to the ticket is answered as if there were none', async () => {
    const service = testService();
    const path = await submitted(service);
    const none = { ticketId: 'f'.repeat(32) };
    const stranger = { ...lead, unit: '110228001' };

    for (const operation of ['sign', 'readTicket', 'listNotes'] as const) {
      const [there, absent] = [
        await service.call(operation, { role: stranger, path }),
        await service.call(operation, { role: stranger, path: none }),
      ];

      expect(there.status).toBe(404);
      expect({ ...there.json, instance: '' }).toEqual({ ...absent.json, instance: '' });
    }
  });

  it('for a ticket that is not there is 404, and for an id that is none 400', async () => {
    const service = testService();

    const absent = await service.call('sign', { role: lead, path: { ticketId: '0'.repeat(32) } });
    const unfit = await service.call('sign', { role: lead, path: { ticketId: '../REQUEST' } });

    expect(absent.status).toBe(404);
    expect(unfit.json).toMatchObject({ code: 'BAD_PARAMETER', status: 400 });
    expect(unfit.json.errors?.[0]?.field).toBe('ticketId');
  });
});
