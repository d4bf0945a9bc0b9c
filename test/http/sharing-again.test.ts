import { describe, expect, it } from 'vitest';
import { overlaidCity, says } from '../support/overlaid-city.ts';
import { type TestRole, testRoles } from './support/roles.ts';
import { type TestService, testService } from './support/test-service.ts';

const sharing = {
  kinds: { parking: { zh: '停车位', en: 'Parking' } },
  points: { samePlace: says(3), sameDistrict: says(1), capacity: says(2) },
};
const city = overlaidCity({ sharing });
const line = { list: 'need', kind: 'parking', placeCode: '110101017', capacity: 60, title: '夜间停车位' };

const poster =
  (on: TestService) =>
  async (
    operation: Parameters<TestService['call']>[0],
    role: TestRole,
    { key = '', ...parts }: { key?: string; path?: Record<string, string>; body?: object },
  ) => {
    const headers = key === '' ? {} : { 'idempotency-key': key };
    const { status, json } = await on.call(operation, { role, body: {}, ...parts, headers });
    return { status, json: json as unknown as { id: string; code?: string } };
  };

describe('the same key with another body', () => {
  it('is a conflict for a line of the lists, and after its words are gone still the same line', async () => {
    const post = poster(testService({ city }));
    const put = (changes: object) =>
      post('registerShare', testRoles.subdistrict, { key: 'n-1', body: { ...line, ...changes } });
    const first = await put({});

    const others = [
      await put({ capacity: 61 }),
      await put({ list: 'resource' }),
      await put({ title: '车位' }),
    ];
    await post('closeShare', testRoles.subdistrict, { path: { shareId: first.json.id } });
    const again = await put({});

    expect(others.map(({ status, json }) => [status, json.code])).toEqual(Array(3).fill([409, 'CONFLICT']));
    expect([again.status, again.json.id]).toEqual([200, first.json.id]);
  });

  it('is a conflict for a rating, also where only its words differ', async () => {
    const post = poster(testService({ city }));
    const need = await post('registerShare', testRoles.subdistrict, { body: line });
    const resource = await post('registerShare', testRoles.lead, { body: { ...line, list: 'resource' } });
    const ids = { needId: need.json.id, resourceId: resource.json.id };
    const project = await post('offerProject', testRoles.lead, { body: ids });
    const path = { projectId: project.json.id };
    await post('agreeProject', testRoles.subdistrict, { path });
    await post('finishProject', testRoles.subdistrict, { path });
    const rate = async (points: number, text: string) =>
      (await post('rateProject', testRoles.subdistrict, { key: 'r-1', path, body: { points, text } })).status;

    const answers = [
      await rate(90, '好'),
      await rate(90, '好'),
      await rate(90, '不好'),
      await rate(80, '好'),
    ];

    expect(answers).toEqual([200, 200, 409, 409]);
  });

  it('is a conflict for an offer', async () => {
    const post = poster(testService({ city }));
    const need = await post('registerShare', testRoles.subdistrict, { body: line });
    const resource = await post('registerShare', testRoles.lead, { body: { ...line, list: 'resource' } });
    const offer = (quantity: number) =>
      post('offerProject', testRoles.lead, {
        key: 'o-1',
        body: { needId: need.json.id, resourceId: resource.json.id, quantity },
      });

    expect([(await offer(20)).status, (await offer(20)).status, (await offer(21)).json.code]).toEqual([
      201,
      200,
      'CONFLICT',
    ]);
  });
});
