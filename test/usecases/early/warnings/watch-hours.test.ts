import { describe, expect, it } from 'vitest';
import { memoryTicketStore } from '../../../../functions/adapters/memory/memory-ticket-store.ts';
import { hourMs, minuteMs } from '../../../../functions/core/time.ts';
import type { TicketStore } from '../../../../functions/ports/ticket-store.ts';
import { sweepDue } from '../../../../functions/usecases/sweep-due.ts';
import { hotline, pipe, staffOf } from '../../town.ts';
import { district, place, WatchedTown } from './watched-town.ts';

/** The hour of the town's clock, as sightings are kept by. */
const hourNow = (town: WatchedTown) => Math.floor((town.now + 8 * hourMs) / hourMs);

/** A town that has watched quiet days and is at the beginning of an hour. */
async function watchedTown(store?: TicketStore): Promise<WatchedTown> {
  const town = new WatchedTown(store);
  await town.watch();
  await town.quietHours(42);
  return town;
}

/** Everything the watch keeps, but for revisions. */
async function kept(town: WatchedTown) {
  const { rows } = await town.store.itemWatches({ limit: 100 });
  return { city: (await town.store.loadCityWatch())?.watch, items: rows.map(({ watch }) => watch) };
}

describe('the watch over the hours', () => {
  it('sees each ticket once in the hour it was asked, with nothing personal', async () => {
    const town = new WatchedTown();
    const hour = hourNow(town);

    const ticketId = await town.submit();

    const { rows } = await town.store.sightings(hour, { limit: 10 });
    expect(rows).toEqual([
      { hour, item: '0101-01', place, ticketId, expiresAt: expect.any(Number) as number },
    ]);
  });

  it('sees a ticket no second time when something happens to it later', async () => {
    const town = new WatchedTown();
    const ticketId = await town.submit();

    town.now += 2 * hourMs;
    const signed = await town.ask(ticketId, { type: 'sign', body: {} }, staffOf(place));

    const { rows } = await town.store.sightings(hourNow(town), { limit: 10 });
    expect(signed.ok).toBe(true);
    expect(rows).toEqual([]);
  });

  it('sees a ticket whose item only a person knew when the person said so', async () => {
    const town = new WatchedTown();
    const body = { itemCode: undefined, description: '这里有件事想反映一下。' };
    const ticketId = await town.submit(pipe(body));
    const unseen = await town.store.sightings(hourNow(town), { limit: 10 });

    town.now += 2 * hourMs;
    await town.ask(ticketId, { type: 'triage', body: { itemCode: '0101-01' } }, hotline);

    const { rows } = await town.store.sightings(hourNow(town), { limit: 10 });
    expect(unseen.rows).toEqual([]);
    expect(rows.map((row) => row.ticketId)).toEqual([ticketId]);
  });

  it('warns the unit and its district of a surge, naming the tickets, once the hour is closed and not before', async () => {
    const town = await watchedTown();
    town.now += 11 * minuteMs;
    await town.watch();
    town.sent();

    await town.askers(30);
    town.now += hourMs - minuteMs;
    const early = await town.watch();
    const before = await town.warnings();
    town.now += 1;
    const watched = await town.watch();

    expect(early.hours).toBe(0);
    expect(before).toEqual([]);
    expect(watched).toMatchObject({ hours: 1, warnings: 1, complete: true });
    const [warning] = await town.warnings();
    expect(warning).toMatchObject({
      kind: 'warning',
      status: 'raised',
      isOpen: true,
      owner: place,
      item: '0101-01',
    });
    expect(warning!.told).toMatchObject({ area: place, district, count: 30, cause: 'surge' });
    expect(warning!.told.ticketIds).toHaveLength(30);
    expect(await town.warnings(district)).toHaveLength(1);
    const notices = town.sent().filter(({ event }) => (event as string) === 'warningRaised');
    expect(notices.map(({ to }) => to).sort()).toEqual([district, place, 'hotline'].sort());
  });

  it('counts an hour once however often and how much at once it is watched', async () => {
    const town = await watchedTown();
    await town.askers(30);
    town.now += hourMs + 11 * minuteMs;
    await Promise.all([town.watch(), town.watch(), town.watch()]);
    const once = await kept(town);

    await town.watch();

    expect(await kept(town)).toEqual(once);
    expect(await town.warnings()).toHaveLength(1);
    expect(once.items[0]!.through).toBe(once.city!.next - 1);
  });

  it('lets a run that fell behind another change nothing', async () => {
    const [town, other] = [await watchedTown(), await watchedTown()];
    for (const one of [town, other]) {
      one.now += 11 * minuteMs;
      await one.watch();
      await one.askers(5);
      one.now += hourMs;
    }
    const overtaken = town.bent({
      itemWatches: async (page) => {
        const read = await town.store.itemWatches(page);
        await town.watch();
        await town.askers(3);
        town.now += hourMs;
        await town.watch();
        return read;
      },
    });
    await other.watch();
    await other.askers(3);
    other.now += hourMs;
    await other.watch();

    const watched = await town.watch(overtaken);

    expect(watched).toMatchObject({ hours: 0, complete: false });
    expect(await kept(town)).toEqual(await kept(other));
  });

  it('comes to the same when any one of its calls fails, before or after it took effect, and it runs again', async () => {
    const calm = await crashedRun(undefined);
    const calls = calm.calls;

    for (let call = 0; call < calls; call += 1) {
      for (const moment of ['before', 'after'] as const) {
        const crashed = await crashedRun({ call, moment });
        expect([call, moment, crashed.kept]).toEqual([call, moment, calm.kept]);
        expect([call, moment, crashed.warnings]).toEqual([call, moment, calm.warnings]);
      }
    }
    expect(calls).toBeGreaterThan(5);
  }, 300_000);

  it('learns from a sighting that came late, says that it did, and takes it for no evidence', async () => {
    const town = await watchedTown();
    const hour = hourNow(town);
    town.now += hourMs + 11 * minuteMs;
    await town.watch();

    for (let i = 0; i < 40; i += 1) {
      const ticketId = `late-${i}`;
      await town.store.putSighting({ hour, item: '0101-01', place, ticketId, expiresAt: town.now });
    }
    let late = 0;
    for (let i = 0; i < 13; i += 1) {
      town.now += hourMs;
      late += (await town.watch()).late;
    }

    expect(late).toBe(40);
    expect(await town.warnings()).toEqual([]);
    expect((await kept(town)).items[0]!.counters.areas[place]).toBe(7 + 40);
  });

  it('measures what came in the stretch of the forecast, and still presses for a response', async () => {
    const town = await watchedTown();
    await town.askers(30);
    town.now += hourMs;
    await town.quietHours(1);

    await town.quietHours(25);

    const [warning] = await town.warnings();
    const { forecast, effect } = warning!.told;
    expect(warning!.history.map(({ event }) => event)).toContain('warningMeasured');
    expect(effect!.count).toBeGreaterThan(3);
    expect(effect!.count).toBeLessThan(8);
    expect(effect!.avoided).toBeCloseTo(forecast.mean - effect!.count, 9);
    expect(effect!.low).toBeLessThan(effect!.avoided);
    expect(effect!.high).toBeGreaterThan(effect!.avoided);
    expect(warning).toMatchObject({ status: 'raised', isOpen: true });
  });
});

/** The watch of the hour of a surge, with one call to the store failing; then the run that comes a minute later. */
async function crashedRun(crash: { readonly call: number; readonly moment: 'before' | 'after' } | undefined) {
  const town = await watchedTown(memoryTicketStore());
  await town.askers(30);
  town.now += hourMs + 11 * minuteMs;
  let calls = 0;
  const store = new Proxy(town.store, {
    get:
      (target, name) =>
      async (...args: unknown[]) => {
        const call = Reflect.get(target, name) as (...given: unknown[]) => Promise<unknown>;
        const isHit = calls === crash?.call;
        calls += 1;
        if (isHit && crash?.moment === 'before') throw new Error('the store cannot be reached');
        const answer = await call(...args);
        if (isHit) throw new Error('the answer was lost');
        return answer;
      },
  });
  await town.watch({ ...town.deps, store }).catch(() => undefined);
  const used = calls;
  await town.watch();
  town.now += 5 * minuteMs;
  await sweepDue(town.deps, town.now + minuteMs);
  const warnings = await town.warnings();
  return { calls: used, kept: await kept(town), warnings: warnings.map(({ id, told }) => ({ id, told })) };
}
