import { describe, expect, it } from 'vitest';
import { memoryTicketStore } from '../../../../functions/adapters/memory/memory-ticket-store.ts';
import type { TicketStore } from '../../../../functions/ports/ticket-store.ts';
import { nameChief, retireRoute } from '../../../../functions/usecases/early/patrols/command-route.ts';
import type { UndertakenResult } from '../../../../functions/usecases/early/undertakings/undertaking-request.ts';
import { wakeUndertaking } from '../../../../functions/usecases/early/undertakings/wake-undertaking.ts';
import { finding, submitFinding } from '../../../../functions/usecases/submit-finding.ts';
import { at, route, StreetTown, township, village } from './street-town.ts';

const chiefOf = ({ state }: Awaited<ReturnType<StreetTown['month']>>) => state.route.chief.name;

/** A town at the last second of August, where something is asked as September is about to be written. */
async function atMonthsEnd(ask: (town: StreetTown, routeId: string) => UndertakenResult) {
  let said: Awaited<UndertakenResult> | undefined;
  let isOpening = false;
  const store = memoryTicketStore();
  const bent: TicketStore = {
    ...store,
    createUndertaking: async (record) => {
      if (isOpening) {
        isOpening = false;
        said = await behind(town, () => ask(town, routeId));
      }
      return store.createUndertaking(record);
    },
  };
  const town = new StreetTown(bent);
  const routeId = await town.open();
  const { record } = await town.month(routeId, '2018-08');
  town.now = at('2018-09-01T00:00:00');
  isOpening = true;
  await wakeUndertaking(town.deps, record.id);
  // Whoever was not answered comes back.
  if (!said?.ok) said = await ask(town, routeId);
  return { town, routeId, said };
}

/** Asks by a clock that is two seconds behind: it still shows August. */
async function behind<Value>(town: StreetTown, ask: () => Promise<Value>): Promise<Value> {
  town.now -= 2_000;
  const done = await ask();
  town.now += 2_000;
  return done;
}

describe('the end of a month of a patrol route', () => {
  it('keeps the chief who is named while the next month is being opened', async () => {
    const { town, routeId, said } = await atMonthsEnd((there, id) =>
      nameChief(there.deps, id, { name: '街巷长乙' }, { commandId: 'chief-1', caller: township }),
    );

    expect(said.ok).toBe(true);
    expect(chiefOf(await town.month(routeId, '2018-09'))).toBe('街巷长乙');
  });

  it('ends a route that is given up while the next month is being opened', async () => {
    const { town, routeId, said } = await atMonthsEnd((there, id) =>
      retireRoute(there.deps, id, { commandId: 'retire-1', caller: township }),
    );

    expect(said.ok).toBe(true);
    expect((await town.month(routeId, '2018-09')).state.retiredAt).toBeDefined();
  });

  it('names a chief once, though the answer was lost as the month ended and another was named since', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    const name = (chief: string, commandId: string) =>
      nameChief(town.deps, routeId, { name: chief }, { commandId, caller: township });
    town.now = at('2018-08-31T23:59:59');
    await name('街巷长乙', 'chief-1');
    town.now = at('2018-09-01T00:00:05');
    await name('街巷长丙', 'chief-2');

    const again = await name('街巷长乙', 'chief-1');

    expect(again).toMatchObject({ ok: true, value: { isNew: false } });
    expect(chiefOf(await town.month(routeId, '2018-09'))).toBe('街巷长丙');
  });

  it('stands in the next month’s history at its own time, however late that was opened', async () => {
    const town = new StreetTown();
    const routeId = await town.open();

    town.now = at('2018-09-03T10:00:00');
    await town.until('2018-09-03T10:02:00', 60_000);

    const { record } = await town.month(routeId, '2018-09');
    expect(record.history[0]).toMatchObject({ event: 'patrolOpened', at: at('2018-09-01T00:00:00') });
    const times = record.history.map((entry) => entry.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(record.history.filter(({ event }) => event === 'roundMissed')).toHaveLength(2);
  });
});

describe('a route opened in the evening', () => {
  it('does not miss the round of the day that was over before', async () => {
    const town = new StreetTown();
    town.now = at('2018-08-01T23:00:00');
    const routeId = await town.open();

    await town.until('2018-08-01T23:05:00', 60_000);

    const { record, state } = await town.month(routeId, '2018-08');
    expect(state.rounds.map(({ period }) => period)).not.toContain('2018-08-01');
    expect(record.history.map(({ event }) => event)).toEqual(['patrolOpened']);
  });
});

describe('a finding that was cut off between its round and its ticket', () => {
  it('is refused for a round of another month', async () => {
    const store = memoryTicketStore();
    let isDown = true;
    const putRequest: TicketStore['putRequest'] = async (request) => {
      if (isDown) throw new Error('the table is down');
      return store.putRequest(request);
    };
    const town = new StreetTown({ ...store, putRequest });
    const routeId = await town.open(route({ role: 'community-commissioner' }));
    const body = (period: string) =>
      finding.parse({
        sourceKey: 'f-1',
        channel: 'patrol',
        kind: 'patrol',
        description: '井盖破损',
        round: { routeId, rhythm: 'weekly', period },
      });
    await town.until('2018-09-02T12:00:00', 86_400_000);
    await submitFinding(town.deps, body('2018-W35'), village).catch(() => undefined);
    isDown = false;
    await town.until('2018-09-03T12:00:00', 86_400_000);

    const other = await submitFinding(town.deps, body('2018-W36'), village);

    expect(other).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});
