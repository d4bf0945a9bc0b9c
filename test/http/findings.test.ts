import { describe, expect, it } from 'vitest';
import { testRoles } from './support/roles.ts';
import { testCity } from './support/test-city.ts';
import { testService } from './support/test-service.ts';

const straight = testCity('beijing', 'beijing-2019');
const sanping = testCity('sanping', 'sanping');
const staffOf = (unit: string) => ({
  sub: `staff-${unit}`,
  role: 'unit',
  unit,
  scope: 'findings.submit tickets.read tickets.handle',
});
const stall = {
  sourceKey: 'X-1',
  channel: 'warden',
  kind: 'patrol',
  itemCode: '0303-01',
  description: '占道经营',
};

describe('a finding of a unit', () => {
  it('becomes a ticket at the unit’s own place, once for each of its keys', async () => {
    const service = testService({ city: straight });
    const find = () => service.call('submitFinding', { role: testRoles.subdistrict, body: stall });

    const [first, again] = [await find(), await find()];
    const other = await service.call('submitFinding', { role: staffOf('110102010'), body: stall });

    expect([first.status, again.status, other.status]).toEqual([201, 200, 201]);
    expect(first.json).toMatchObject({ kind: 'patrol', leadUnit: '110101017' });
    expect(again.json.ticketId).toBe(first.json.ticketId);
    expect(other.json.ticketId).not.toBe(first.json.ticketId);
  });

  it('names the unit that found it in the history, not the hotline', async () => {
    const service = testService({ city: straight });
    const { json } = await service.call('submitFinding', { role: testRoles.subdistrict, body: stall });

    const file = await service.call('readTicket', {
      role: testRoles.subdistrict,
      path: { ticketId: json.ticketId! },
    });

    expect(file.json.history).toMatchObject([
      { event: 'submitted', by: '110101017' },
      { event: 'dispatched', by: 'clock' },
    ]);
  });

  it('can be read by the unit that found it, whoever leads, and by no unit beside', async () => {
    const service = testService({ city: straight });
    const body = { ...stall, kind: 'project', place: { unitCode: '110101017' } };
    const { json } = await service.call('submitFinding', { role: staffOf('110101-urban'), body });
    const read = (unit: string) =>
      service.call('readTicket', { role: staffOf(unit), path: { ticketId: json.ticketId! } });

    expect((await read('110101-urban')).json).toMatchObject({
      ticket: { source: 'unit:110101-urban' },
      request: { description: '占道经营' },
    });
    expect((await read('110101-water')).json.code).toBe('FORBIDDEN');
    expect((await read('110102-water')).json.code).toBe('NOT_FOUND');
  });

  it.each([
    ['a district for one of its subdistricts', '110101', '110101017', 201],
    ['a bureau in its district', '110101-urban', '110101017', 201],
    ['a branch in its subdistrict', '110101017-police', '110101017', 201],
    ['a joint team in its subdistrict', '110105015-joint', '110105015', 201],
    ['a department anywhere', 'urban', '110101017', 201],
    ['a subdistrict for its neighbour', '110101017', '110101001', 403],
    ['a subdistrict for its whole district', '110101017', '110101', 403],
    ['a bureau in another district', '110102-urban', '110101017', 403],
    ['a branch in the next subdistrict', '110101001-police', '110101017', 403],
  ])('is taken from %s or refused', async (_, unit, unitCode, status) => {
    const body = { ...stall, kind: 'project', place: { unitCode } };

    const answer = await testService({ city: straight }).call('submitFinding', { role: staffOf(unit), body });

    expect(answer.status).toBe(status);
  });

  it('is taken from a grid below the subdistrict of the place', async () => {
    const { kinds, codes } = sanping.rules.units;
    const grid = codes[kinds.indexOf('grid')]!;
    const item = sanping.rules.items.codes[0]!;

    const answer = await testService({ city: sanping }).call('submitFinding', {
      role: staffOf(grid),
      body: { ...stall, channel: 'rider', itemCode: item },
    });

    expect(answer.status).toBe(201);
  });

  it('has no citizen: a contact, a complaint, a tier or a source of its own are refused', async () => {
    const service = testService({ city: straight });
    const post = async (changes: object) =>
      (await service.call('submitFinding', { role: testRoles.subdistrict, body: { ...stall, ...changes } }))
        .json;

    for (const changes of [
      { contact: { phone: '13800000000' } },
      { tier: 'emergency' },
      { source: 'bj-12345' },
    ]) {
      expect(await post(changes)).toMatchObject({
        code: 'VALIDATION',
        errors: [{ field: Object.keys(changes)[0] }],
      });
    }
    expect(await post({ kind: 'complaint' })).toMatchObject({
      code: 'VALIDATION',
      errors: [{ field: 'kind' }],
    });
  });

  it('is refused from who speaks for no unit, and where the city alone is its place', async () => {
    const service = testService({ city: straight });
    const nobody = { sub: 's', scope: 'findings.submit' };

    expect((await service.call('submitFinding', { role: nobody, body: stall })).json.code).toBe('FORBIDDEN');
    expect((await service.call('submitFinding', { role: staffOf('urban'), body: stall })).status).toBe(422);
  });
});
