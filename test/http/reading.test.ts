import { describe, expect, it } from 'vitest';
import { sampleSubmission } from '../../functions/http/openapi/sample-ticket.ts';
import { testRoles } from './support/roles.ts';
import { type TestService, testService } from './support/test-service.ts';

const { platform, lead, subdistrict, city, operator } = testRoles;

async function submitted(service: TestService): Promise<{ ticketId: string }> {
  const answer = await service.call('submitTicket', { role: platform, body: sampleSubmission });
  return { ticketId: String(answer.json.ticketId) };
}

describe('reading', () => {
  it('finds a ticket by its source key, with the citizen’s contact for the hotline', async () => {
    const service = testService();
    const { ticketId } = await submitted(service);
    const { source, sourceKey } = sampleSubmission;

    const answer = await service.call('findTickets', { role: platform, query: { source, sourceKey } });

    expect(answer.json).toMatchObject({
      ticket: { ticketId },
      request: { contact: sampleSubmission.contact },
    });
  });

  it('lists a unit’s open tickets with times that have an offset', async () => {
    const service = testService();
    const { ticketId } = await submitted(service);

    const search = await service.call('findTickets', {
      role: lead,
      query: { unit: 'ent-water', status: 'open' },
    });
    const worklist = await service.call('readWorklist', { role: lead, path: { owner: 'ent-water' } });

    expect(search.json.rows).toEqual(worklist.json.rows);
    expect(search.json.rows).toMatchObject([{ ticketId, openedAt: '2026-11-22T08:15:00.000+08:00' }]);
  });

  it('lets the hotline search its own open work', async () => {
    const service = testService();
    const query = { unit: 'hotline', status: 'open' };

    expect((await service.call('findTickets', { role: platform, query })).status).toBe(200);
    expect((await service.call('findTickets', { role: lead, query })).status).toBe(403);
  });

  it('tells no tier before an item or the platform has decided one', async () => {
    const service = testService();
    const vague = { ...sampleSubmission, title: '其他', description: '说不清的事。', urgency: [] };
    const submit = (sourceKey: string, more: object) =>
      service.call('submitTicket', { role: platform, body: { ...vague, sourceKey, ...more } });

    const undecided = await submit('one', {});
    const decided = await submit('two', { tier: 'general' });
    const worklist = await service.call('readWorklist', { role: platform, path: { owner: 'hotline' } });

    expect(undecided.json).toMatchObject({ status: 'submitted' });
    expect(undecided.json).not.toHaveProperty('tier');
    expect(decided.json).toMatchObject({ status: 'submitted', tier: 'general' });
    expect(worklist.json.rows).toHaveLength(2);
    for (const row of worklist.json.rows as object[]) expect(row).not.toHaveProperty('tier');
  });

  it.each([
    {},
    { unit: '110101017' },
    { status: 'open' },
    { unit: '110101017', status: 'open', month: '2026-11' },
    { unit: '110101017', month: '2026-13' },
    { source: 'a' },
    { unit: '110101017', status: 'open', limit: '0' },
    { unit: '110101017', status: 'open', limit: '101' },
    { unit: '110101017', status: 'open', limit: 'ten' },
  ])('refuses a search by %j', async (query) => {
    const answer = await testService().call('findTickets', { role: city, query });

    expect(answer.status).toBe(400);
    expect(answer.json.errors).not.toHaveLength(0);
  });

  it('answers a month without closed tickets with an empty page', async () => {
    const query = { unit: '110101017', month: '2026-11' };

    const answer = await testService().call('findTickets', { role: subdistrict, query });

    expect(answer.json).toEqual({ rows: [] });
  });

  it('refuses a cursor of no listing of ours with 400', async () => {
    const query = { unit: 'ent-water', status: 'open', cursor: 'made-up' };

    const answer = await testService().call('findTickets', { role: lead, query });

    expect(answer.json).toMatchObject({ status: 400, code: 'BAD_CURSOR' });
  });

  it('counts what is open', async () => {
    const service = testService();
    await submitted(service);

    const answer = await service.call('countTickets', { role: city });

    expect(answer.json.byUnit).toMatchObject({ 'ent-water': { open: 1, dueToday: 1, overdue: 0 } });
  });
});

describe('management', () => {
  it('erases what a citizen said', async () => {
    const service = testService();
    const path = await submitted(service);

    const erased = await service.call('erasePersonalData', { role: operator, path });
    const after = await service.call('readTicket', { role: platform, path });

    expect(erased.status).toBe(204);
    expect(erased.text).toBe('');
    expect(after.text).not.toContain(sampleSubmission.contact.phone);
    expect(after.json.erasedAt).toBe('2026-11-22T12:00:00.000+08:00');
  });

  it('shows a webhook’s secret when it is made and never in a list', async () => {
    const service = testService();
    const body = {
      url: 'https://platform.example.org/hooks',
      owner: 'hotline',
      kinds: ['cn.citywhistle.ticket.status.v1'],
    };

    const made = await service.call('registerWebhook', { role: operator, body });
    const list = await service.call('listWebhooks', { role: operator });
    const { id: webhookId } = made.json.webhook as { id: string };
    const path = { webhookId };
    const rotated = await service.call('rotateWebhook', { role: operator, path });
    const tested = await service.call('testWebhook', { role: operator, path });
    const removed = await service.call('removeWebhook', { role: operator, path });
    const gone = await service.call('rotateWebhook', { role: operator, path });

    expect(made.status).toBe(201);
    expect(made.json.secret).toMatch(/^whsec_/);
    expect(list.json.rows).toHaveLength(1);
    expect(list.text).not.toContain('whsec_');
    expect(rotated.json.secret).toMatch(/^whsec_/);
    expect(tested.json).toEqual({ delivered: true, status: 204 });
    expect([removed.status, gone.status]).toEqual([204, 404]);
  });

  it('refuses a webhook’s URL that may not be called, by field', async () => {
    const body = { url: 'http://10.0.0.1/', owner: 'hotline', kinds: ['cn.citywhistle.ticket.status.v1'] };

    const answer = await testService().call('registerWebhook', { role: operator, body });

    expect(answer.json).toMatchObject({ status: 422, errors: [{ field: 'url', reason: 'use https' }] });
  });

  it('refuses a webhook for a unit that the directory does not know', async () => {
    const body = {
      url: 'https://platform.example.org/hooks',
      owner: 'no-such-unit',
      kinds: ['cn.citywhistle.unit.notice.v1'],
    };
    const service = testService();

    const answer = await service.call('registerWebhook', { role: operator, body });
    const list = await service.call('listWebhooks', { role: operator });

    expect(answer.json).toMatchObject({ status: 422, code: 'UNKNOWN_UNIT', unitCode: 'no-such-unit' });
    expect(list.json.rows).toEqual([]);
  });

  it('tells the hotline too that a worklist’s unit is unknown', async () => {
    const service = testService();
    const role = testRoles.platform;

    const unknown = await service.call('readWorklist', { role, path: { owner: 'constructor' } });
    const own = await service.call('readWorklist', { role, path: { owner: 'hotline' } });

    expect(unknown.json).toMatchObject({ status: 422, code: 'UNKNOWN_UNIT', unitCode: 'constructor' });
    expect(own.json).toEqual({ rows: [] });
  });

  it('says how many dead letters were put back', async () => {
    const answer = await testService().call('redriveDeadLetters', { role: operator });

    expect(answer.json).toEqual({ redriven: 3 });
  });
});
