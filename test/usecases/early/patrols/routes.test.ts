import { describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../../../functions/core/time.ts';
import { nameChief, retireRoute } from '../../../../functions/usecases/early/patrols/command-route.ts';
import { listChiefs } from '../../../../functions/usecases/early/patrols/list-chiefs.ts';
import { openRoute } from '../../../../functions/usecases/early/patrols/open-route.ts';
import { patrolCoverage } from '../../../../functions/usecases/early/patrols/patrol-coverage.ts';
import { listRoutes } from '../../../../functions/usecases/early/patrols/read-routes.ts';
import { staffOf } from '../../town.ts';
import { at, route, StreetTown, township, village } from './street-town.ts';

const page = { limit: 25 };

describe('opening a route', () => {
  it('gives one route for one command, and refuses another body under the same key', async () => {
    const town = new StreetTown();
    const ask = { commandId: 'open-1', caller: township };

    const first = await openRoute(town.deps, route(), ask);
    const again = await openRoute(town.deps, route(), ask);
    const other = await openRoute(town.deps, route({ stops: ['别处'] }), ask);

    expect([first.ok && first.value.isNew, again.ok && again.value.isNew]).toEqual([true, false]);
    expect(other).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('is the subdistrict’s business, in a role the pack knows, from today to the end of the next month', async () => {
    const town = new StreetTown();
    let asked = 0;
    const refusal = async (body = route(), caller = township) => {
      asked += 1;
      const opened = await openRoute(town.deps, body, { commandId: `no-${asked}`, caller });
      return opened.ok ? 'opened' : opened.error;
    };

    expect(await refusal(route(), village)).toEqual({ code: 'FORBIDDEN' });
    expect(await refusal(route({ role: 'mayor' }))).toMatchObject({ code: 'INVALID', field: 'role' });
    expect(await refusal(route({ unitCode: 'nowhere' }))).toMatchObject({ code: 'UNKNOWN_UNIT' });
    expect(await refusal(route({ unitCode: 'fangshan-urban' }))).toMatchObject({ field: 'unitCode' });
    expect(await refusal(route({ from: '2018-07-31' }))).toMatchObject({ field: 'from' });
    expect(await refusal(route({ from: '2018-10-01' }))).toMatchObject({ field: 'from' });
    expect(await refusal(route({ from: '2018-09-30' }), staffOf('fangshan'))).toBe('opened');
  });
});

describe('a route', () => {
  it('opens month after month, each once, though nobody woke it for a quarter', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    town.now = at('2018-11-02T12:00:00');

    await town.until('2018-11-02T12:10:00', 60_000);

    const months = await Promise.all(
      ['2018-08', '2018-09', '2018-10', '2018-11'].map((month) => town.month(routeId, month)),
    );
    const missed = months.map(
      ({ state }) =>
        state.rounds.filter(({ rhythm, status }) => rhythm === 'daily' && status === 'missed').length,
    );
    expect(missed).toEqual([31, 30, 31, 1]);
    // October still owes the week that began on its 29th.
    expect(months.map(({ record }) => record.isOpen)).toEqual([false, false, true, true]);
    for (const { record } of months) {
      const events = record.history.filter(({ event }) => event === 'roundMissed');
      expect(events.map((line) => line.at)).toEqual(events.map((line) => line.at).toSorted((a, b) => a - b));
      expect(record.history.map(({ n }) => n)).toEqual(record.history.map((_, n) => n + 1));
    }
  });

  it('tells the subdistrict of each missed round once, and of none that was made', async () => {
    const town = new StreetTown();
    const routeId = await town.open(route({ role: 'lane-steward' }));
    town.now = at('2018-08-01T20:00:00');
    await town.walk(routeId, '2018-08-01');

    await town.until('2018-08-04T12:00:00', hourMs);

    const told = town.sent().filter(({ kind }) => kind === 'notice');
    expect(told.map(({ to, event, at: when }) => [to, event, when])).toEqual([
      ['daanshan', 'roundMissed', at('2018-08-02T22:00:00')],
      ['daanshan', 'roundMissed', at('2018-08-03T22:00:00')],
    ]);
  });

  it('takes a round of a month the clock has not opened yet', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    await town.until('2018-08-31T23:00:00', dayMs);
    town.now = at('2018-09-01T06:00:00');

    const walked = await town.walk(routeId, '2018-09-01');

    expect(walked.ok && walked.value.record.history.map(({ event }) => event)).toEqual([
      'patrolOpened',
      'roundDone',
    ]);
  });

  it('answers a command that comes again when its round is long over, and takes no other', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    town.now = at('2018-08-01T09:00:00');
    await town.walk(routeId, '2018-08-01', [0, 1], 'tick');
    town.now = at('2018-08-02T09:00:00');

    const again = await town.walk(routeId, '2018-08-01', [0, 1], 'tick');
    const late = await town.walk(routeId, '2018-08-01');

    expect(again).toMatchObject({ ok: true, value: { isNew: false } });
    expect(late).toMatchObject({ error: { code: 'OUT_OF_TURN' } });
  });

  it('that is given up ends with what last month’s week still owed, and is public no more', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    await town.until('2018-09-01T08:00:00', dayMs);
    const ask = { commandId: 'enough', caller: township };

    await retireRoute(town.deps, routeId, ask);

    const months = await Promise.all(['2018-08', '2018-09'].map((month) => town.month(routeId, month)));
    expect(months.map(({ record }) => [record.isOpen, record.wakeAt])).toEqual([
      [false, undefined],
      [false, undefined],
    ]);
    const weeks = months[0]!.state.rounds.filter(({ rhythm }) => rhythm === 'weekly');
    expect(weeks.map(({ status }) => status)).toEqual(['missed', 'missed', 'missed', 'void']);
    expect(await listChiefs(town.deps, { area: 'daanshan', page })).toMatchObject({ value: { rows: [] } });
  });
});

describe('the lists of routes', () => {
  it('show the chief of today in the street’s unit, its subdistrict and its district', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    const chief = { name: '街巷长乙' };
    await nameChief(town.deps, routeId, chief, { commandId: 'name', caller: township });
    await town.until('2018-08-31T23:00:00', dayMs);
    // September has begun, and nobody has woken August yet.
    town.now = at('2018-09-01T00:00:00');

    const seen = await Promise.all(
      ['village', 'daanshan', 'fangshan', 'grid-1', 'enforcement'].map(async (area) => {
        const listed = await listChiefs(town.deps, { area, page });
        return listed.ok ? listed.value.rows.map(({ route: { chief: who } }) => who.name) : listed.error.code;
      }),
    );

    expect(seen).toEqual([['街巷长乙'], ['街巷长乙'], ['街巷长乙'], [], 'UNKNOWN_UNIT']);
  });

  it('report the coverage of an area to itself and those over it, counted as of now', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    town.now = at('2018-08-01T09:00:00');
    await town.walk(routeId, '2018-08-01', [0, 2]);
    town.now = at('2018-08-03T09:00:00');
    const query = { area: 'daanshan', from: '2018-08', until: '2018-08' };

    const report = await patrolCoverage(town.deps, query, township);
    const city = await patrolCoverage(
      town.deps,
      { ...query, area: 'beijing' },
      { subject: 'p', hotline: true },
    );
    const beside = await patrolCoverage(town.deps, query, staffOf('fangshan-urban'));
    const year = await patrolCoverage(town.deps, { ...query, until: '2019-08' }, township);

    expect(report.ok && report.value[0]).toEqual({
      owner: 'village',
      role: 'street-chief',
      rhythm: 'daily',
      routes: 1,
      due: 31,
      done: 1,
      missed: 1,
      open: 29,
      calledOff: 0,
      findings: 0,
      stops: 3,
      stopsCovered: 2,
    });
    expect(city).toEqual(report);
    expect(beside).toMatchObject({ error: { code: 'FORBIDDEN' } });
    expect(year).toMatchObject({ error: { code: 'INVALID', field: 'until' } });
  });

  it('are for the unit and those over it', async () => {
    const town = new StreetTown();
    await town.open();
    const rows = async (caller = township) => {
      const listed = await listRoutes(town.deps, { area: 'village', month: '2018-08', page }, caller);
      return listed.ok ? listed.value.rows.length : listed.error.code;
    };

    expect([
      await rows(village),
      await rows(),
      await rows(staffOf('fangshan')),
      await rows(staffOf('grid-1')),
    ]).toEqual([1, 1, 1, 'FORBIDDEN']);
  });
});
