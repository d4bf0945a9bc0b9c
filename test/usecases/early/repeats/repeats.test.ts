import { describe, expect, it } from 'vitest';
import type { TicketStore } from '../../../../functions/ports/ticket-store.ts';
import type { Submission } from '../../../../functions/usecases/submission.ts';
import { submitTicket } from '../../../../functions/usecases/submit-ticket.ts';
import { beijing } from '../../../support/beijing.ts';
import { hotline, pipe, Town } from '../../town.ts';

const unitCode = '110101017';
const address = '永定门外街道安乐林路1号';
const at = (sourceKey: string, place: Submission['place'], changes: Partial<Submission> = {}) =>
  pipe({ sourceKey, place, ...changes });

const open = () => new Town(beijing('beijing-2023'));

/** Submits to a town, perhaps with a store that is bent, and answers what is offered. */
async function offered(town: Town, body: Submission, changes: Partial<TicketStore> = {}) {
  const submitted = await submitTicket(town.bent(changes), body, hotline);
  if (!submitted.ok) throw new Error(JSON.stringify(submitted.error));
  const { view, repeats } = submitted.value;
  return { id: view.ticketId, status: view.status, repeats: repeats?.map(({ row }) => row.ticketId) };
}

describe('a new ticket', () => {
  it('is told of open ones of its item at its address, and can be merged into one', async () => {
    const town = open();
    const elder = await town.submit(at('1', { unitCode, address }));
    await town.submit(at('2', { unitCode, address: '安乐林路99号' }));
    town.now += 60_000;

    const younger = await offered(town, at('3', { unitCode, address: `${address} ` }));
    const merged = await town.ask(younger.id, { type: 'merge', body: { elderId: elder } }, hotline);

    expect(younger.repeats).toEqual([elder]);
    expect(merged).toMatchObject({ ok: true, value: { view: { status: 'merged', elderId: elder } } });
  });

  it('is told of the nearest first where coordinates are known', async () => {
    const town = open();
    const far = await town.submit(at('1', { unitCode, lat: 39.871, lng: 116.41 }));
    const near = await town.submit(at('2', { unitCode, lat: 39.8703, lng: 116.41 }));
    await town.submit(at('3', { unitCode, lat: 39.88, lng: 116.41 }));

    const { repeats } = await offered(town, at('4', { unitCode, lat: 39.87, lng: 116.41 }));

    expect(repeats).toEqual([near, far]);
  });

  it.each([
    ['another item', { itemCode: '0101-02' }, 0],
    ['another subdistrict', { place: { unitCode: '110101001', address } }, 0],
    ['one that is too old', {}, 8 * 86_400_000],
  ] as const)('is not told of %s', async (_, changes, laterMs) => {
    const town = open();
    await town.submit(at('1', { unitCode, address }));
    town.now += laterMs;

    expect((await offered(town, at('2', { unitCode, address }, changes))).repeats).toEqual([]);
  });

  it('is told of none, and none is looked for, where it says neither address nor coordinates', async () => {
    const town = open();
    await town.submit(at('1', { unitCode, address }));
    let looks = 0;
    const near: TicketStore['near'] = (...asked) => {
      looks += 1;
      return town.store.near(...asked);
    };

    const [nowhere, somewhere] = [
      await offered(town, at('2', { unitCode, address: ' — ' }), { near }),
      await offered(town, at('3', { unitCode, address }), { near }),
    ];

    expect(nowhere.repeats).toEqual([]);
    expect(somewhere.repeats).toHaveLength(1);
    expect(looks).toBe(1);
  });

  it('is not told of one that has ended', async () => {
    const town = open();
    const elder = await town.submit(at('1', { unitCode, address }));
    await town.ask(elder, { type: 'withdraw', body: {} }, hotline);

    expect((await offered(town, at('2', { unitCode, address }))).repeats).toEqual([]);
  });

  it('is taken in as before when the look-up fails', async () => {
    const town = open();
    await town.submit(at('1', { unitCode, address }));
    const near = async () => Promise.reject(new Error('throttled'));

    const taken = await offered(town, at('2', { unitCode, address }), { near });

    expect(taken).toEqual({ id: expect.any(String), status: 'dispatched', repeats: undefined });
    expect((await town.record(taken.id)).state.status).toBe('dispatched');
  });

  it('does not wait for a look-up that hangs', async () => {
    const town = open();
    await town.submit(at('1', { unitCode, address }));
    const near = () => new Promise<never>(() => {});

    const taken = await offered(town, at('2', { unitCode, address }), { near });

    expect(taken).toMatchObject({ status: 'dispatched', repeats: undefined });
  });
});
