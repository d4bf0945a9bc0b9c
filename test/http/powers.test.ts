import { describe, expect, it } from 'vitest';
import { memoryTicketStore } from '../../functions/adapters/memory/memory-ticket-store.ts';
import { overlaidCity, says } from '../support/overlaid-city.ts';
import { testRoles } from './support/roles.ts';
import { testService } from './support/test-service.ts';

const power = (zh: string, en: string) => ({
  title: { zh, en },
  users: says(['subdistrict']),
  towards: says(['department', 'bureau', 'branch']),
});
const powers = { planning: power('规划参与', 'Planning'), coordination: power('综合协调', 'Coordination') };
const city = overlaidCity({ powers });
const street = testRoles.subdistrict;
const neighbour = { ...street, sub: 'staff-9', unit: '110101001' };
const service = () => testService({ city });

/** A street uses a power towards the district's planning bureau. */
const use = (on: ReturnType<typeof service>, changes: object = {}) =>
  on.call('usePower', {
    role: street,
    path: { power: 'planning' },
    body: { unitCode: '110101-planning', text: '口袋公园方案' },
    headers: { 'idempotency-key': 'k-1' },
    ...changes,
  });
const countOf = async (on: ReturnType<typeof service>, unit: string, role: object = testRoles.city) =>
  (await on.call('countPowers', { role: role as typeof street, query: { unit, year: '2026' } })).json;

describe('a power of the street', () => {
  it('is counted once, however often its command is sent, also over the end of a month', async () => {
    const on = service();
    const first = await use(on);
    on.time.now = Date.parse('2026-12-01T00:00:00+08:00');

    const again = await use(on);

    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.json).toEqual(first.json);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect((await countOf(on, '110000')).total).toEqual({ planning: 1 });
  });

  it('is counted for its street too when other rules, which know no such power, meet the retry of a half-done use', async () => {
    const store = memoryTicketStore();
    let puts = 0;
    const dying: typeof store = {
      ...store,
      putLedger: async (entry) => {
        puts += 1;
        if (puts === 2) throw new Error('gone');
        return store.putLedger(entry);
      },
    };
    await use(testService({ city, store: dying }));

    const retried = await use(testService({ store }));

    expect(retried.status).toBe(201);
    expect((await store.ledger(street.unit, '2026-11', { limit: 10 })).rows).toHaveLength(1);
    expect((await store.ledger('110000', '2026-11', { limit: 10 })).rows).toHaveLength(1);
  });

  it('is a conflict when the same key comes with other words', async () => {
    const on = service();
    await use(on);

    const other = await use(on, { body: { unitCode: '110101-planning', text: '另一方案' } });

    expect(other.json.code).toBe('CONFLICT');
  });

  it.each([
    ['a power the pack does not give', { path: { power: 'taxation' } }, 404, undefined],
    ['a unit that is no street', { role: { ...street, unit: '110101-urban' } }, 403, 'powers.planning.users'],
    [
      'an enterprise, which it is not used towards',
      { body: { unitCode: 'ent-water', text: '方案' } },
      403,
      'powers.planning.towards',
    ],
    [
      'a bureau of another district',
      { body: { unitCode: '110102-planning', text: '方案' } },
      403,
      'powers.planning.towards',
    ],
    ['the hotline', { role: { ...testRoles.platform, scope: 'tickets.handle' } }, 403, undefined],
    ['a unit nobody knows', { body: { unitCode: 'nowhere', text: '方案' } }, 422, undefined],
  ])('is refused for %s', async (_, changes, status, rule) => {
    const on = service();

    const refused = await use(on, changes);

    expect([refused.status, refused.json.rule]).toEqual([status, rule]);
    expect((await countOf(on, '110000')).total).toEqual({});
  });

  it('waits for its phase', async () => {
    const later = { from: says('2027-01-01'), units: says('all'), rules: says(['powers']) };
    const on = testService({ city: overlaidCity({ powers, rollout: { later } }) });

    expect((await use(on)).json).toMatchObject({ code: 'NOT_IN_REMIT', rule: 'rollout.later' });
    on.time.now = Date.parse('2027-01-01T00:00:00+08:00');
    expect((await use(on)).status).toBe(201);
  });
});

describe('the counts of powers', () => {
  async function used() {
    const on = service();
    await use(on);
    await use(on, { headers: { 'idempotency-key': 'k-2' }, path: { power: 'coordination' } });
    await use(on, { role: neighbour, body: { unitCode: 'planning', text: '方案' } });
    await use(on, {
      role: { ...street, sub: 's', unit: '110102010' },
      body: { unitCode: '110102-planning', text: '案' },
    });
    return on;
  }

  it('are by power, by street and by department, for the whole city', async () => {
    const on = await used();

    expect(await countOf(on, '110000')).toEqual({
      unit: '110000',
      year: 2026,
      total: { planning: 3, coordination: 1 },
      byStreet: {
        '110101017': { planning: 1, coordination: 1 },
        '110101001': { planning: 1 },
        '110102010': { planning: 1 },
      },
      byDepartment: {
        '110101-planning': { planning: 1, coordination: 1 },
        planning: { planning: 1 },
        '110102-planning': { planning: 1 },
      },
    });
  });

  it('are of its own area for a district, and of what is used towards it and below for a department', async () => {
    const on = await used();

    expect((await countOf(on, '110101')).total).toEqual({ planning: 2, coordination: 1 });
    expect((await countOf(on, 'planning')).total).toEqual({ planning: 3, coordination: 1 });
    expect((await countOf(on, '110102-planning')).byStreet).toEqual({ '110102010': { planning: 1 } });
    expect((await countOf(on, 'urban')).total).toEqual({});
  });

  it('are of one year', async () => {
    const on = await used();

    const before = await on.call('countPowers', { role: testRoles.city, query: { year: '2025' } });

    expect(before.json.total).toEqual({});
  });

  it('are not for a unit beside', async () => {
    expect((await countOf(await used(), '110101017', neighbour)).code).toBe('FORBIDDEN');
  });

  it('open down to each use with its words, until those are erased', async () => {
    const on = await used();
    const list = async () =>
      (await on.call('listPowerUses', { role: street, query: { unit: '110101017', month: '2026-11' } })).json
        .rows as { id: string; power: string; text?: string }[];
    const listed = await list();

    const erased = await on.call('erasePersonalData', {
      role: testRoles.operator,
      path: { ticketId: listed.find((row) => row.power === 'planning')!.id },
    });

    expect(listed.map(({ power: key, text }) => [key, text]).toSorted()).toEqual([
      ['coordination', '口袋公园方案'],
      ['planning', '口袋公园方案'],
    ]);
    expect(erased.status).toBe(204);
    expect((await list()).map(({ power: key, text }) => [key, text]).toSorted()).toEqual([
      ['coordination', '口袋公园方案'],
      ['planning', undefined],
    ]);
    expect((await countOf(on, '110101017')).total).toEqual({ planning: 1, coordination: 1 });
  });
});
