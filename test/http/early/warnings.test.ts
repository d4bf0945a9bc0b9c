import { describe, expect, it } from 'vitest';
import { hourMs } from '../../../functions/core/time.ts';
import { makeHandler as makeWatch } from '../../../functions/handlers/watch.ts';
import { sampleSubmission } from '../../../functions/http/openapi/sample-ticket.ts';
import { wake } from '../../../functions/usecases/wake.ts';
import { overlaidCity, says } from '../../support/overlaid-city.ts';
import { testRoles } from '../support/roles.ts';
import { testService } from '../support/test-service.ts';

const city = overlaidCity(
  { early: { warning: { learn: { warmUp: says('P1D') }, effect: { over: says('P1D') } } } },
  'beijing-2023',
);
const anHour = { getRemainingTimeInMillis: () => 3_600_000 };
const [place, district] = ['110101017', '110101'];

/** Two days of quiet, then thirty citizens within an hour about one item in one place. */
async function serviceWithSurge() {
  const service = testService({ city });
  const watch = makeWatch(service);
  let asked = 0;
  const ask = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      asked += 1;
      const body = { ...sampleSubmission, sourceKey: `asked-${asked}`, place: { unitCode: place } };
      await service.call('submitTicket', { role: testRoles.platform, body });
    }
  };
  const hours = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      if (i % 8 === 0) await ask(1);
      service.time.now += hourMs;
      await watch({}, anHour);
    }
  };
  await watch({}, anHour);
  await hours(48);
  await ask(30);
  await hours(2);
  const listed = await service.call('listWarnings', {
    role: testRoles.subdistrict,
    query: { area: place },
  });
  const rows = listed.json.rows as readonly { readonly undertakingId: string }[];
  return { ...service, hours, rows, path: { warningId: rows[0]?.undertakingId ?? '' } };
}

describe('warnings over HTTP', () => {
  it('stand before the unit with their evidence, and are answered, kept to once, and measured', async () => {
    const { call, path, hours, rows } = await serviceWithSurge();
    const role = testRoles.subdistrict;
    const body = { outcome: 'acted', text: '已安排抢修。' };

    const read = await call('readWarning', { role, path });
    const acted = await call('respondToWarning', {
      role,
      path,
      body,
      headers: { 'idempotency-key': 'key-1' },
    });
    const again = await call('respondToWarning', {
      role,
      path,
      body,
      headers: { 'idempotency-key': 'key-1' },
    });
    const late = await call('dismissWarning', {
      role,
      path,
      body: { reason: '误报' },
      headers: { 'idempotency-key': 'key-2' },
    });
    await hours(25);
    const measured = await call('readWarning', { role, path });

    expect(rows).toHaveLength(1);
    expect(read.json).toMatchObject({
      status: 'raised',
      unitCode: place,
      districtCode: district,
      cause: 'surge',
    });
    expect(read.json.count as number).toBeGreaterThanOrEqual(30);
    expect(read.json.ticketIds).toHaveLength(read.json.count as number);
    expect(acted).toMatchObject({
      status: 200,
      json: { status: 'acted', response: { outcome: 'acted', by: place } },
    });
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(late).toMatchObject({ status: 409, json: { code: 'NOT_ACCEPTED' } });
    const { effect, forecast } = measured.json as unknown as {
      effect: { count: number; avoided: number };
      forecast: { expected: number };
    };
    expect(measured.json.status).toBe('measured');
    expect(effect.avoided).toBeCloseTo(forecast.expected - effect.count, 6);
  });

  it('are not for units that have nothing to do with the area, neither to read nor to answer', async () => {
    const { call, path } = await serviceWithSurge();
    const role = testRoles.lead;

    const listed = await call('listWarnings', { role, query: { area: place } });
    const read = await call('readWarning', { role, path });
    const answered = await call('dismissWarning', {
      role,
      path,
      body: { reason: '误报' },
      headers: { 'idempotency-key': 'key-1' },
    });
    const watched = await call('readWatch', { role, path: { unitCode: place } });
    const forecast = await call('listForecasts', { role, path: { unitCode: place } });

    expect(listed.json.rows).toEqual([]);
    expect([read, answered, watched, forecast].map(({ status }) => status)).toEqual([404, 404, 403, 403]);
  });

  it('climb the ladder to the district and the city while nobody responds, and stop when somebody does', async () => {
    const { call, path, tickets, time } = await serviceWithSurge();
    time.now += 49 * hourMs;
    await wake(tickets, path.warningId);

    const read = await call('readWarning', { role: testRoles.city, path });

    const history = read.json.history as readonly { readonly event: string; readonly unitCode: string }[];
    expect(history.map(({ event, unitCode }) => `${event} ${unitCode}`)).toEqual([
      `warningRaised ${place}`,
      `warningRungClimbed ${place}`,
      `warningRungClimbed ${place}`,
      `warningOverdue ${district}`,
      `warningUnmeasured ${place}`,
      'warningRungClimbed 110000',
    ]);
    expect(read.json.statusType).toBe('closed');
    expect(read.json.overdue).toBe(true);
  });

  it('forecast a place’s items with intervals, and one item with last year’s base', async () => {
    const { call } = await serviceWithSurge();
    const role = testRoles.district;

    const all = await call('listForecasts', { role, path: { unitCode: place } });
    const [row] = all.json.rows as readonly {
      readonly itemCode: string;
      readonly forecasts: readonly {
        readonly expected: number;
        readonly intervals: readonly { low: number; high: number }[];
      }[];
    }[];
    const one = await call('listForecasts', {
      role,
      path: { unitCode: place },
      query: { itemCode: row!.itemCode },
    });
    const none = await call('listForecasts', {
      role,
      path: { unitCode: place },
      query: { itemCode: 'none' },
    });
    const watch = await call('readWatch', { role, path: { unitCode: place } });

    expect(row!.forecasts).toHaveLength(2);
    const [week, month] = row!.forecasts;
    expect(week!.expected).toBeGreaterThan(21);
    expect(month!.expected).toBeGreaterThan(week!.expected);
    expect(week!.intervals[0]!.low).toBeLessThanOrEqual(week!.expected);
    expect(week!.intervals[1]!.high).toBeGreaterThan(week!.intervals[0]!.high);
    expect(one.json.rows).toMatchObject([{ yearAgo: { week: 0, month: 0 } }]);
    expect(none).toMatchObject({ status: 422, json: { code: 'UNKNOWN_ITEM' } });
    expect(watch.json).toMatchObject({ isWarm: true });
  });

  it('say which key a pack lacks that does not watch', async () => {
    const role = testRoles.city;
    const service = testService({ city: overlaidCity({ early: { warning: null } }, 'beijing-2023') });
    await makeWatch(service)({}, anHour);

    const watched = await service.call('readWatch', { role, path: { unitCode: place } });

    expect(watched).toMatchObject({ status: 403, json: { code: 'NOT_IN_REMIT' } });
    expect(watched.text).toContain('early.warning');
  });
});
