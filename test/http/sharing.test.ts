import { describe, expect, it } from 'vitest';
import { overlaidCity, says } from '../support/overlaid-city.ts';
import { type TestRole, testRoles } from './support/roles.ts';
import { type TestService, testService } from './support/test-service.ts';

const sharing = {
  kinds: { parking: { zh: '停车位', en: 'Parking' }, venue: { zh: '场地', en: 'Venue' } },
  points: { samePlace: says(3), sameDistrict: says(1), capacity: says(2) },
};
const city = overlaidCity({ sharing });
const street = testRoles.subdistrict;
const company = testRoles.lead;
const neighbour = { ...street, sub: 'staff-9', unit: '110101001' };
const line = { kind: 'parking', placeCode: '110101017', capacity: 60, title: '夜间停车位' };

type Body = Record<string, unknown> & { id: string };
const post = async (
  on: TestService,
  operation: Parameters<TestService['call']>[0],
  role: TestRole,
  parts: object,
) => {
  const { status, json } = await on.call(operation, { role, body: {}, ...parts });
  return { status, json: json as unknown as Body };
};
const register = (on: TestService, role: TestRole, body: object) =>
  post(on, 'registerShare', role, { body: { ...line, ...body } });

/** A street that needs 60 places, a company that has 100, and the company's offer. */
async function offered() {
  const on = testService({ city });
  const need = (await register(on, street, { list: 'need' })).json;
  const resource = (await register(on, company, { list: 'resource', capacity: 100 })).json;
  const { json } = await post(on, 'offerProject', company, {
    body: { needId: need.id, resourceId: resource.id },
    headers: { 'idempotency-key': 'o-1' },
  });
  const path = { projectId: json.id };
  const free = async () => {
    const lists = await Promise.all(
      ['need', 'resource'].map((list) =>
        on.call('listShares', { role: street, query: { area: '110101', list } }),
      ),
    );
    return lists.map(({ json: page }) => (page.rows as { free: number }[])[0]!.free);
  };
  return { on, need, resource, project: json, path, free };
}

describe('the lists of resources and needs', () => {
  it('hold a line once for each command, and lose its words when it is closed', async () => {
    const on = testService({ city });
    const put = () =>
      post(on, 'registerShare', street, {
        body: { ...line, list: 'need' },
        headers: { 'idempotency-key': 'n-1' },
      });

    const [first, again] = [await put(), await put()];
    const closed = await post(on, 'closeShare', street, { path: { shareId: first.json.id } });

    expect([first.status, again.status, again.json.id]).toEqual([201, 200, first.json.id]);
    expect(first.json.title).toBe('夜间停车位');
    expect(closed.json).toMatchObject({ closedAt: expect.any(String) });
    expect(closed.json.title).toBeUndefined();
  });

  it('take a need of a unit’s own area alone, and a resource from anywhere', async () => {
    const on = testService({ city });

    expect((await register(on, street, { list: 'need', placeCode: '110102010' })).json.code).toBe(
      'FORBIDDEN',
    );
    expect((await register(on, street, { list: 'resource', placeCode: '110102010' })).status).toBe(201);
    expect((await register(on, company, { list: 'resource', placeCode: '110000' })).json.code).toBe(
      'UNKNOWN_UNIT',
    );
    expect((await register(on, street, { list: 'need', kind: 'gold' })).json.code).toBe('INVALID');
  });

  it('are closed by their owner, or by who is above it, and by nobody else', async () => {
    const { on, resource } = await offered();

    const refused = await post(on, 'closeShare', street, { path: { shareId: resource.id } });

    expect(refused.json.code).toBe('FORBIDDEN');
    expect((await post(on, 'closeShare', company, { path: { shareId: resource.id } })).status).toBe(200);
  });

  it('are not kept in a city whose pack has none', async () => {
    const refused = await register(testService(), street, { list: 'need' });

    expect(refused.json).toMatchObject({ code: 'NOT_IN_REMIT', rule: 'sharing' });
  });

  it('show a need what fits it', async () => {
    const { on, need, resource } = await offered();

    const { json } = await on.call('matchNeed', { role: street, path: { shareId: need.id } });

    expect(json.matches).toMatchObject([{ resource: { id: resource.id }, quantity: 60, score: 5 }]);
  });
});

describe('a project', () => {
  it('goes from offer to agreement, work done and both ratings in the ledger', async () => {
    const { on, path, project, free } = await offered();
    const rate = (role: TestRole, points: number) =>
      post(on, 'rateProject', role, { path, body: { points } });

    expect(project).toMatchObject({ status: 'offered', offeredBy: 'resource', quantity: 60 });
    expect(await free()).toEqual([60, 100]);
    await post(on, 'agreeProject', street, { path, body: { text: '每晚七点后开放' } });
    expect(await free()).toEqual([0, 40]);
    await post(on, 'finishProject', street, { path });
    await rate(street, 95);
    on.time.now = Date.parse('2026-12-02T00:00:00+08:00');
    await rate(street, 10);
    const { json } = await rate(company, 88);

    expect(json).toMatchObject({
      status: 'done',
      ratings: { resource: { points: 95 }, need: { points: 88 } },
    });
    const { store } = on.tickets;
    expect((await store.ledger('ent-water', '2026-11', { limit: 5 })).rows).toMatchObject([
      { type: 'rating', board: 'mutual', by: '110101017', points: 95 },
    ]);
    expect((await store.ledger('110101017', '2026-12', { limit: 5 })).rows).toMatchObject([
      { type: 'rating', board: 'mutual', by: 'ent-water', points: 88 },
    ]);
    expect((await store.ledger('ent-water', '2026-12', { limit: 5 })).rows).toEqual([]);
  });

  it('keeps what both sides said for the two of them', async () => {
    const { on, path } = await offered();
    await post(on, 'agreeProject', street, { path, body: { text: '每晚七点后开放' } });
    const notes = async (role: TestRole) => (await on.call('readProject', { role, path })).json.notes;

    expect(await notes(street)).toMatchObject([{ by: '110101017', text: '每晚七点后开放' }]);
    expect(await notes(neighbour)).toEqual([]);
  });

  it('is one for each command, and gives back what it took when a side leaves', async () => {
    const { on, need, resource, path, project, free } = await offered();
    const again = await post(on, 'offerProject', company, {
      body: { needId: need.id, resourceId: resource.id },
      headers: { 'idempotency-key': 'o-1' },
    });
    await post(on, 'agreeProject', street, { path });

    const left = await post(on, 'declineProject', company, { path, body: { text: '车库检修' } });

    expect([again.status, again.json.id]).toEqual([200, project.id]);
    expect(left.json.status).toBe('declined');
    expect(await free()).toEqual([60, 100]);
  });

  it('never gives a resource away twice, whichever of two agreements comes first', async () => {
    const { on, resource, path } = await offered();
    const other = (await register(on, neighbour, { list: 'need', placeCode: '110101001' })).json;
    const second = await post(on, 'offerProject', company, {
      body: { needId: other.id, resourceId: resource.id },
    });

    const agreed = await Promise.all([
      post(on, 'agreeProject', street, { path }),
      post(on, 'agreeProject', neighbour, { path: { projectId: second.json.id } }),
    ]);

    expect(agreed.map(({ json }) => json.code ?? json.status).toSorted()).toEqual(['OUT_OF_TURN', 'agreed']);
    const { json } = await on.call('listShares', {
      role: street,
      query: { area: '110101017', list: 'resource' },
    });
    expect(json.rows).toMatchObject([{ capacity: 100, free: 40 }]);
  });

  it('is agreed by the other side, done by whose need it was, rated when it is done, by its sides alone', async () => {
    const { on, path } = await offered();
    const codes = async (role: TestRole, ...operations: string[]) => {
      const answers: unknown[] = [];
      for (const operation of operations) {
        const body = operation === 'rateProject' ? { points: 50 } : {};
        const { json } = await post(on, operation as 'agreeProject', role, { path, body });
        answers.push(json.code ?? json.status);
      }
      return answers;
    };

    expect(await codes(company, 'agreeProject', 'finishProject', 'rateProject')).toEqual(
      Array(3).fill('OUT_OF_TURN'),
    );
    expect(await codes(neighbour, 'agreeProject', 'declineProject', 'rateProject')).toEqual(
      Array(3).fill('FORBIDDEN'),
    );
    expect(await codes(street, 'agreeProject', 'rateProject')).toEqual(['agreed', 'OUT_OF_TURN']);
    expect(await codes(company, 'finishProject')).toEqual(['OUT_OF_TURN']);
    expect(await codes(street, 'finishProject', 'declineProject')).toEqual(['done', 'OUT_OF_TURN']);
  });

  it('is offered by one of its sides, between a need and a resource of one kind, while there is enough', async () => {
    const { on, need, resource } = await offered();
    const venue = (await register(on, company, { list: 'resource', kind: 'venue' })).json;
    const offer = async (role: TestRole, body: object) =>
      (await post(on, 'offerProject', role, { body: { needId: need.id, resourceId: resource.id, ...body } }))
        .json;

    expect((await offer(neighbour, {})).code).toBe('FORBIDDEN');
    expect((await offer(street, { resourceId: venue.id })).code).toBe('INVALID');
    expect((await offer(street, { needId: resource.id })).code).toBe('INVALID');
    expect((await offer(street, { quantity: 61 })).code).toBe('OUT_OF_TURN');
    expect(await offer(street, { quantity: 10 })).toMatchObject({ offeredBy: 'need', quantity: 10 });
  });
});
