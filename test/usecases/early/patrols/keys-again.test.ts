import { describe, expect, it } from 'vitest';
import { memoryTicketStore } from '../../../../functions/adapters/memory/memory-ticket-store.ts';
import { retireRoute } from '../../../../functions/usecases/early/patrols/command-route.ts';
import { openRoute } from '../../../../functions/usecases/early/patrols/open-route.ts';
import { finding, submitFinding } from '../../../../functions/usecases/submit-finding.ts';
import { at, route, StreetTown, township, village } from './street-town.ts';

describe('a key used again', () => {
  it('opens no second route, though the other begins in the next month', async () => {
    const town = new StreetTown();
    const ask = { commandId: 'open-1', caller: township };
    await openRoute(town.deps, route(), ask);

    const other = await openRoute(town.deps, route({ from: '2018-09-03' }), ask);

    expect(other).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('opens no second route, though the first begins in the next month', async () => {
    const town = new StreetTown();
    const ask = { commandId: 'open-1', caller: township };
    await openRoute(town.deps, route({ from: '2018-09-03' }), ask);

    const other = await openRoute(town.deps, route(), ask);

    expect(other).toMatchObject({ error: { code: 'CONFLICT' } });
  });

  it('is answered again when the route was given up in the month before', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    const ask = { commandId: 'retire-1', caller: township };
    town.now = at('2018-08-31T23:59:59');
    await retireRoute(town.deps, routeId, ask);
    town.now = at('2018-09-01T00:00:05');

    const again = await retireRoute(town.deps, routeId, ask);
    const other = await retireRoute(town.deps, routeId, { ...ask, commandId: 'retire-2' });

    expect(again).toMatchObject({ ok: true, value: { isNew: false, record: { status: 'retired' } } });
    expect(other).toMatchObject({ error: { code: 'OUT_OF_TURN' } });
  });

  const week = { rhythm: 'weekly', period: '2018-W35' };
  const day = { rhythm: 'daily', period: '2018-09-01' };

  it.each([
    { taken: week, other: day, left: [1, 0] },
    { taken: day, other: week, left: [0, 1] },
    { taken: week, other: week, left: [1, 0] },
    { taken: week, other: day, left: [1, 0], dies: true },
  ])(
    'counts one of two findings that come at one instant: $taken.period before $other.period, dies: $dies',
    async ({ taken, other, left, dies = false }) => {
      const inner = memoryTicketStore();
      let meanwhile = async () => {};
      let puts = 0;
      const town = new StreetTown({
        ...inner,
        saveUndertaking: async (record, expectedRev) => {
          await meanwhile();
          return inner.saveUndertaking(record, expectedRev);
        },
        putRequest: async (request) => {
          puts += 1;
          if (dies && puts === 2) throw new Error('the server is gone');
          return inner.putRequest(request);
        },
      });
      const routeId = await town.open();
      await town.until('2018-09-01T09:00:00', 60 * 60_000);
      const submit = (round: typeof day, description: string) => {
        const body = { sourceKey: 'f-1', channel: 'patrol', kind: 'patrol', description };
        return submitFinding(town.deps, finding.parse({ ...body, round: { routeId, ...round } }), village);
      };
      const counted = async () => {
        const months = await Promise.all(['2018-08', '2018-09'].map((month) => town.month(routeId, month)));
        return months.map(({ state }) => state.rounds.flatMap(({ findings }) => findings).length);
      };
      meanwhile = async () => {
        meanwhile = async () => {};
        await submit(taken, '井盖破损');
      };

      const slower = await submit(other, '路灯不亮').catch(() => submit(other, '路灯不亮'));
      const again = await submit(taken, '井盖破损');

      expect(slower).toMatchObject({ error: { code: 'CONFLICT' } });
      expect(again).toMatchObject({ ok: true, value: { isNew: false } });
      expect(await counted()).toEqual(left);
    },
  );

  it('counts nothing with a round where the finding was another', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    const body = finding.parse({
      sourceKey: 'f-1',
      channel: 'patrol',
      kind: 'patrol',
      description: '井盖破损',
    });
    await submitFinding(town.deps, body, village);
    town.now = at('2018-08-01T12:00:00');

    const round = { routeId, rhythm: 'daily', period: '2018-08-01' };
    const again = await submitFinding(town.deps, { ...body, round }, village);

    expect(again).toMatchObject({ error: { code: 'CONFLICT' } });
    const { state } = await town.month(routeId, '2018-08');
    expect(state.rounds.flatMap(({ findings }) => findings)).toEqual([]);
  });
});
