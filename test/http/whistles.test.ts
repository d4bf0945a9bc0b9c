import { describe, expect, it } from 'vitest';
import type { ApiCommand } from '../../functions/http/command-routes.ts';
import { sampleSubmission } from '../../functions/http/openapi/sample-ticket.ts';
import { overlaidCity, says } from '../support/overlaid-city.ts';
import { type TestRole, testRoles } from './support/roles.ts';
import { testService } from './support/test-service.ts';

const { platform, subdistrict, district } = testRoles;
const staffOf = (unit: string): TestRole => ({ ...testRoles.lead, sub: `staff-of-${unit}`, unit });

/** A burst main in 永定门外街道 under a pack whose whistles go through the district. */
async function service() {
  const city = overlaidCity(
    {
      whistleKinds: {
        emergency: {
          single: says('district'),
          passWithin: says('PT10M'),
          outputs: says([{ key: 'notice', title: { zh: '一通知', en: 'One notice' }, count: 1 }]),
          rating: { by: says('both'), board: says('mutual') },
        },
      },
    },
    'beijing-2023',
  );
  const api = testService({ city });
  const { requestedAt: _, ...body } = sampleSubmission;
  const { json } = await api.call('submitTicket', { role: platform, body });
  const ticketId = json.ticketId!;
  const ask = (command: ApiCommand, role: TestRole, sent: object = {}, headers = {}) =>
    api.call(command, { path: { ticketId }, role, body: sent, headers });
  const worklist = async (owner: string, role: TestRole) =>
    (await api.call('readWorklist', { path: { owner }, role })).json.rows;
  return { api, ticketId, ask, worklist };
}

describe('a whistle over HTTP', () => {
  it('goes through the district to the unit, is declined, upheld, answered, put on file, released and rated', async () => {
    const { api, ask, worklist } = await service();
    const water = staffOf('water');
    const steps: readonly (readonly [ApiCommand, TestRole, object, string])[] = [
      ['blowWhistle', subdistrict, { kind: 'emergency', unitCodes: ['water'] }, 'routed'],
      ['urgeSummons', subdistrict, { unitCode: 'water' }, 'routed'],
      ['passOn', district, { unitCode: 'water' }, 'called'],
      ['acknowledgeSummons', water, {}, 'acknowledged'],
      ['declineSummons', water, { text: '不属本单位管线。' }, 'contested'],
      ['ruleOnSummons', district, { unitCode: 'water', excused: false, text: '属该单位。' }, 'called'],
      ['arrive', water, { placeCode: '110101017' }, 'arrived'],
      ['startTask', water, {}, 'working'],
      ['finishTask', water, {}, 'done'],
      ['fileOutput', subdistrict, { output: 'notice', text: '通知：http://files.example.org/1' }, 'done'],
      ['release', subdistrict, { unitCode: 'water' }, 'released'],
      ['rateSummons', subdistrict, { unitCode: 'water', points: 90 }, 'released'],
      ['rateSummons', water, { unitCode: '110101017', points: 80 }, 'released'],
    ];

    for (const [command, role, body, status] of steps) {
      const { status: code, json } = await ask(command, role, body);
      expect([command, code]).toEqual([command, 200]);
      expect(json).toMatchObject({ summonses: [{ unitCode: 'water', status }] });
    }

    expect(await worklist('water', water)).toEqual([]);
    expect(await worklist('110101', district)).toEqual([]);
    const month = await api.call('findTickets', {
      role: water,
      query: { unit: 'water', month: '2026-11' },
    });
    expect(month.json.rows).toMatchObject([
      { type: 'summons', outcome: 'released', late: false, unitCode: 'water' },
      { type: 'rating', board: 'mutual', points: 90, by: '110101017' },
    ]);
  });

  it('says what comes first, in the reader’s language, without pointing at a field nobody sent', async () => {
    const { ask } = await service();
    await ask('blowWhistle', subdistrict, { kind: 'emergency', unitCodes: ['water'] });

    const early = await ask('arrive', staffOf('water'), {}, { 'accept-language': 'zh' });
    const unfiled = async () => {
      await ask('passOn', district, { unitCode: 'water' });
      await ask('arrive', staffOf('water'));
      await ask('finishTask', staffOf('water'));
      return ask('release', subdistrict, { unitCode: 'water' }, { 'accept-language': 'zh' });
    };

    expect(early).toMatchObject({ status: 409, json: { code: 'OUT_OF_TURN' } });
    expect(early.json.detail).toBe('现在不能办：区平台尚未转派。');
    expect(early.json).not.toHaveProperty('errors');
    expect((await unfiled()).json.detail).toBe('现在不能办：尚缺成果：notice。');
  });

  it('takes the same key with another body for a conflict', async () => {
    const { ask, ticketId } = await service();
    const key = { 'idempotency-key': 'blow-1' };
    const blow = (unit: string) =>
      ask('blowWhistle', subdistrict, { kind: 'emergency', unitCodes: [unit] }, key);

    const first = await blow('water');
    const again = await blow('water');
    const other = await blow('police');

    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(other).toMatchObject({ status: 409, json: { code: 'CONFLICT', ticketId } });
    expect(again.json.summonses).toHaveLength(1);
  });
});
