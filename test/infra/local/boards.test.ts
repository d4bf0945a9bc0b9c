import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleSubmission } from '../../../functions/http/openapi/sample-ticket.ts';
import type { LocalHost } from '../../../infra/local/local-host.ts';
import type { Role } from '../../../infra/local/roles.ts';
import { startHost } from '../../../infra/local/start-host.ts';
import { eventually } from '../fixtures/fixture-host.ts';

let host: LocalHost;
beforeAll(async () => {
  host = await startHost({
    port: 0,
    inMemory: true,
    environment: { CITY: 'beijing', PACK: 'beijing-2023', TIME_SPEED: '1' },
  });
});
afterAll(() => host?.stop());

/** A client that speaks for a unit in a role. */
async function clientOf(role: Role, unit?: string) {
  const authorization = `Bearer ${await host.mint(role, unit)}`;
  return async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(`${host.url}${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '');
    const json = (isJson ? JSON.parse(text) : {}) as Record<string, unknown>;
    return { status: answer.status, location: answer.headers.get('location'), text, json };
  };
}

it('computes, publishes and recomputes a board in its own function, fed by its own queue', async () => {
  const platform = await clientOf('platform');
  const water = await clientOf('department', 'ent-water');
  const city = await clientOf('city', '110000');
  const now = new Date(Date.now() + 8 * 3_600_000).toISOString();
  const month = `/boards/month/${now.slice(0, 7)}`;
  const submission = { ...sampleSubmission, requestedAt: new Date(Date.now() - 60_000).toISOString() };
  const { json: ticket } = await platform('POST', '/tickets', submission);
  const command = (name: string) => `/tickets/${String(ticket.ticketId)}/${name}`;
  await water('POST', command('sign'), {});
  await water('POST', command('contact'), {});
  await water('POST', command('answer'), { text: '管道已修复。' });
  const callback = { reached: true, responded: true, resolved: true, grade: 'satisfied' };
  const called = await platform('POST', command('record-callback'), callback);
  const job = async (task: string) => {
    const asked = await city('POST', `${month}/${task}`, {});
    const read = () => city('GET', asked.location ?? '/nowhere');
    return (await eventually(read, ({ json }) => json.state === 'done' || json.state === 'failed')).json;
  };

  const live = await job('refresh');
  const published = await job('publish');
  const verified = await job('verify');
  const row = await water('GET', `${month}/units/ent-water`);
  const cases = await water('GET', `${month}/units/ent-water/cases?rate=resolution&answer=yes`);
  const csv = await water('GET', `${month}/groups/enterprises/export.csv`);

  expect(called.json).toMatchObject({ status: 'closed' });
  expect(live).toMatchObject({ state: 'done', entries: 1 });
  expect(published).toMatchObject({ state: 'done', version: 1 });
  expect(verified).toMatchObject({ state: 'done', same: true, digest: published.digest });
  expect(row.json).toMatchObject({ group: 'enterprises', row: { cases: 1, rank: 1 } });
  expect(cases.json.rows).toMatchObject([{ ticketId: ticket.ticketId }]);
  expect(csv.text).toMatch(/^\ufeff?排名,单位代码/);
});
