import { expect, it } from 'vitest';
import { commandUndertaking } from '../../functions/usecases/early/undertakings/command-undertaking.ts';
import { requestMaxMs } from '../../functions/usecases/request-max.ts';
import { MatterTown, street } from './early/matters/matter-town.ts';
import { staffOf, Town } from './town.ts';

const lead = staffOf(street);

const waits = [
  { waitMs: requestMaxMs, taken: true },
  { waitMs: requestMaxMs + 1, taken: false },
];

it.each(waits)(
  'a ticket is asked $waitMs ms late by an instance that stood still: taken is $taken',
  async ({ waitMs, taken }) => {
    const town = new Town();
    const ticketId = await town.submit();
    const before = await town.record(ticketId);
    const still = town.bent({
      load: (id) => {
        town.now += waitMs;
        return town.store.load(id);
      },
    });

    const answer = await town.ask(ticketId, { type: 'sign', body: {} }, staffOf('110101017'), still);

    expect(answer).toMatchObject(taken ? { ok: true } : { ok: false, error: { code: 'BUSY' } });
    expect((await town.record(ticketId)).rev > before.rev).toBe(taken);
  },
);

it.each(waits)(
  'an undertaking is asked $waitMs ms late by an instance that stood still: taken is $taken',
  async ({ waitMs, taken }) => {
    const town = new MatterTown();
    const [ticketId] = await town.submitMany(1);
    const id = await town.open({ ticketIds: [ticketId!] });
    await town.work(id);
    const before = await town.store.loadUndertaking(id);
    const still = town.bent({
      loadUndertaking: (wanted) => {
        town.now += waitMs;
        return town.store.loadUndertaking(wanted);
      },
    });
    const command = { type: 'close' };

    const answer = await commandUndertaking(still, {
      kind: 'matter',
      id,
      command,
      caller: lead,
      commandId: 'close',
    });

    expect(answer).toMatchObject(taken ? { ok: true } : { ok: false, error: { code: 'BUSY' } });
    expect((await town.store.loadUndertaking(id))!.rev > before!.rev).toBe(taken);
  },
);
