import { describe, expect, it } from 'vitest';
import { testCity } from '../support/test-city.ts';
import { testService } from '../support/test-service.ts';

const fangshan = testCity('fangshan', 'beijing-2018');
const staffOf = (unit: string) => ({
  sub: `staff-${unit}`,
  role: 'unit',
  unit,
  scope: 'tickets.handle tickets.read early.read findings.submit',
});
const body = {
  role: 'street-chief',
  street: { zh: '村口街', en: 'Village Gate Street' },
  unitCode: 'village',
  chief: { name: '街巷长甲', phone: '010-00000000' },
  stops: ['村口', '桥头'],
  from: '2018-08-01',
};

async function patrolled() {
  const service = testService({ city: fangshan });
  service.time.now = Date.parse('2018-08-01T07:00:00+08:00');
  const opened = await service.call('openPatrolRoute', { role: staffOf('daanshan'), body });
  const path = { routeId: String(opened.json.routeId) };
  const walk = (period: string, unit = 'village') =>
    service.call('recordPatrolRound', {
      role: staffOf(unit),
      path,
      body: { rhythm: 'daily', period, stops: [0] },
    });
  return { service, opened, path, walk };
}

describe('a patrol route over HTTP', () => {
  it('is opened, walked, read, renamed and given up, each in the city’s own time', async () => {
    const { service, opened, path, walk } = await patrolled();
    const staff = staffOf('daanshan');

    const walked = await walk('2018-08-01');
    const named = await service.call('namePatrolChief', { role: staff, path, body: { name: '街巷长乙' } });
    const read = await service.call('readPatrolRoute', { role: staff, path, query: { month: '2018-08' } });
    const retired = await service.call('retirePatrolRoute', { role: staff, path, body: {} });

    expect([opened.status, walked.status, named.status, read.status, retired.status]).toEqual([
      201, 200, 200, 200, 200,
    ]);
    expect(walked.json).toMatchObject({ status: 'walking', month: '2018-08', from: '2018-08-01' });
    expect(read.json.rounds).toContainEqual({
      rhythm: 'daily',
      period: '2018-08-01',
      opensAt: '2018-08-01T06:00:00.000+08:00',
      dueBy: '2018-08-01T22:00:00.000+08:00',
      status: 'done',
      endedAt: '2018-08-01T07:00:00.000+08:00',
      stops: [0],
      findings: [],
    });
    expect(read.json).toMatchObject({ chief: { name: '街巷长乙' } });
    expect(retired.json).toMatchObject({ status: 'retired', retiredAt: '2018-08-01T07:00:00.000+08:00' });
  });

  it('tells everybody who answers for a street, in both languages, and nothing of the rounds', async () => {
    const { service } = await patrolled();

    const chiefs = await service.call('listStreetChiefs', { query: { area: 'daanshan' } });

    expect(chiefs.json.rows).toEqual([
      {
        street: body.street,
        unitCode: 'village',
        unitName: { zh: '大安山乡第1村' },
        role: 'street-chief',
        roleName: { zh: '街巷长', en: 'street and lane chief' },
        name: '街巷长甲',
        phone: '010-00000000',
        rhythms: [
          { key: 'daily', title: { zh: '日巡', en: 'daily round' } },
          { key: 'weekly', title: { zh: '周查', en: 'weekly check' } },
          { key: 'monthly', title: { zh: '月评', en: 'monthly review' } },
        ],
      },
    ]);
  });

  it('lists its coverage as JSON and as a table of the same rows', async () => {
    const { service, walk } = await patrolled();
    await walk('2018-08-01');
    const query = { area: 'daanshan', from: '2018-08', until: '2018-08' };
    const ask = (format: string) =>
      service.call('reportPatrolCoverage', { role: staffOf('daanshan'), query: { ...query, format } });

    const [json, csv] = [await ask('json'), await ask('csv')];

    expect(json.json.rows).toContainEqual({
      unitCode: 'village',
      role: 'street-chief',
      rhythm: 'daily',
      routes: 1,
      due: 31,
      done: 1,
      missed: 0,
      open: 30,
      calledOff: 0,
      findings: 0,
      stops: 2,
      stopsCovered: 1,
    });
    expect(csv.text.split('\r\n').slice(0, 2)).toEqual([
      '\uFEFF单位代码,角色,频次,路线数,应巡,已巡,漏巡,未到期,取消,发现问题,点位数,已覆盖点位',
      'village,street-chief,daily,1,31,1,0,30,0,0,2,1',
    ]);
  });

  it('refuses strangers, unknown rounds and a second round, each with a reason', async () => {
    const { walk } = await patrolled();
    await walk('2018-08-01');

    const answers = await Promise.all([
      walk('2018-08-01', 'grid-2'),
      walk('2018-08-01'),
      walk('2018-02-30'),
      walk('2018-10-01'),
    ]);

    expect(answers.map(({ status, json }) => [status, json.code])).toEqual([
      [404, 'NOT_FOUND'],
      [409, 'OUT_OF_TURN'],
      [422, 'VALIDATION'],
      [404, 'NOT_FOUND'],
    ]);
  });

  it('is not there where the pack has no patrols', async () => {
    const { baltimore, role } = { baltimore: testCity('baltimore', 'baltimore'), role: staffOf('daanshan') };
    const service = testService({ city: baltimore });

    const opened = await service.call('openPatrolRoute', { role, body });

    expect([opened.status, opened.json.code, opened.json.rule]).toEqual([
      403,
      'NOT_IN_REMIT',
      'early.patrol',
    ]);
  });
});
