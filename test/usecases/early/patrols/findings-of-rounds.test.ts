import { describe, expect, it } from 'vitest';
import { memoryTicketStore } from '../../../../functions/adapters/memory/memory-ticket-store.ts';
import { finding, submitFinding } from '../../../../functions/usecases/submit-finding.ts';
import { at, StreetTown, village } from './street-town.ts';

const rocks = (routeId: string, changes: object = {}) =>
  finding.parse({
    sourceKey: 'rocks',
    channel: 'patrol',
    kind: 'patrol',
    description: '山坡有落石。',
    itemCode: '0201-01',
    round: { routeId, rhythm: 'daily', period: '2018-08-01' },
    ...changes,
  });

const findingsOf = async (town: StreetTown, routeId: string) =>
  (await town.month(routeId, '2018-08')).state.rounds[0]!.findings;

describe('a finding of a round', () => {
  it('becomes a ticket and counts with its round, once however often it is posted', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    town.now = at('2018-08-01T09:00:00');

    const found = await submitFinding(town.deps, rocks(routeId), village);
    await submitFinding(town.deps, rocks(routeId), village);

    if (!found.ok) throw new Error(found.error.code);
    expect(await findingsOf(town, routeId)).toEqual([found.value.view.ticketId]);
    expect((await town.record(found.value.view.ticketId)).state.kind).toBe('patrol');
  });

  it('is neither lost nor counted twice when the service dies between the two, and the round is over at the retry', async () => {
    const store = memoryTicketStore();
    let isDying = true;
    const town = new StreetTown({
      ...store,
      putRequest: async (request) => {
        if (isDying) throw new Error('the server is gone');
        return store.putRequest(request);
      },
    });
    const routeId = await town.open();
    town.now = at('2018-08-01T21:59:00');
    await expect(submitFinding(town.deps, rocks(routeId), village)).rejects.toThrow('gone');
    isDying = false;
    town.now = at('2018-08-01T22:30:00');

    const retried = await submitFinding(town.deps, rocks(routeId), village);

    expect(retried.ok).toBe(true);
    expect(await findingsOf(town, routeId)).toHaveLength(1);
  });

  it('is refused, and not counted, for a round that is over, a route nobody knows, or an item nobody knows', async () => {
    const town = new StreetTown();
    const routeId = await town.open();
    town.now = at('2018-08-02T09:00:00');
    const refusal = async (changes: object, of = routeId) => {
      const found = await submitFinding(town.deps, rocks(of, changes), village);
      return found.ok ? 'taken' : found.error;
    };
    const today = { routeId, rhythm: 'daily', period: '2018-08-02' };

    expect(await refusal({})).toMatchObject({ code: 'OUT_OF_TURN' });
    expect(await refusal({}, 'f'.repeat(32))).toMatchObject({ code: 'INVALID', field: 'round.routeId' });
    expect(await refusal({ round: { ...today, rhythm: 'hourly' } })).toMatchObject({ field: 'round.rhythm' });
    expect(await refusal({ round: today, itemCode: 'none' })).toMatchObject({ code: 'UNKNOWN_ITEM' });
    expect((await town.month(routeId, '2018-08')).state.rounds.flatMap(({ findings }) => findings)).toEqual(
      [],
    );
  });
});
