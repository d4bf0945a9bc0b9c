import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../functions/core/time.ts';
import { importBacklog } from '../../functions/usecases/import-backlog.ts';
import { submitTicket } from '../../functions/usecases/submit-ticket.ts';
import { workdays } from '../core/ticket/life/sample-cities.ts';
import { beijing } from '../support/beijing.ts';
import { monday } from '../support/case.ts';
import { hotline, pipe, Town } from './town.ts';

describe('a request that is posted twice', () => {
  it('is the same ticket when its body is the same, and nothing is told again', async () => {
    const town = new Town();
    const first = await submitTicket(town.deps, pipe(), hotline);
    town.sent();
    town.now += hourMs;

    const again = await submitTicket(town.deps, pipe(), hotline);

    expect(first).toMatchObject({ ok: true, value: { isNew: true } });
    expect(again).toMatchObject({
      ok: true,
      value: { isNew: false, view: { openedAt: expect.any(String) } },
    });
    expect(first.ok && again.ok && first.value.view.ticketId === again.value.view.ticketId).toBe(true);
    expect(town.sent()).toEqual([]);
  });

  it('is a conflict when another body comes under its key, and the first stays as it was', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    const before = await town.record(ticketId);

    const other = await submitTicket(town.deps, pipe({ description: '换了一件事。' }), hotline);

    expect(other).toEqual({ ok: false, error: { code: 'CONFLICT', ticketId } });
    expect(await town.record(ticketId)).toEqual(before);
    expect((await town.store.loadRequest(ticketId))?.body).toContain('水管爆了');
  });

  it('is one ticket with one set of effects when both posts come at once', async () => {
    const town = new Town();

    const both = await Promise.all([1, 2, 3].map(() => submitTicket(town.deps, pipe(), hotline)));

    expect(both.filter((one) => one.ok && one.value.isNew)).toHaveLength(1);
    const notices = town.sent().filter(({ kind }) => kind === 'notice');
    expect(notices.map(({ to }) => to)).toEqual(['110101017']);
  });
});

describe('a crash between the request and its ticket', () => {
  it('is mended by the retry: the ticket is opened as of the first receipt and still owes what it promised', async () => {
    const town = new Town();
    const crashed = submitTicket(
      town.bent({
        create: async () => {
          throw new Error('the function was killed');
        },
      }),
      pipe(),
      hotline,
    );
    await expect(crashed).rejects.toThrow('killed');
    town.now += 3 * minuteMs;

    const retried = await submitTicket(town.deps, pipe(), hotline);

    expect(retried).toMatchObject({ ok: true, value: { isNew: true } });
    const record = await town.record(retried.ok ? retried.value.view.ticketId : '');
    expect(record.state.openedAt).toBe(monday);
    expect(record.state.dueAt).toBe(monday + 2 * hourMs);
    expect(town.sent().map(({ event }) => event)).toContain('dispatched');
  });
});

describe('what a request says', () => {
  const view = async (changes: Parameters<typeof pipe>[0], town = new Town(beijing('beijing-2023'))) => {
    const result = await submitTicket(town.deps, pipe(changes), hotline);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.view;
  };

  it('is guessed from its words alone, and marked as guessed', async () => {
    const guessed = await view({ itemCode: undefined, description: '小区停水了，水管漏水' });

    expect(guessed).toMatchObject({ guessed: true, status: 'dispatched' });
  });

  it('goes to a person when its words say nothing, with the dispatch clock running', async () => {
    const unclear = await view({ itemCode: undefined, description: '你好' });

    expect(unclear).toMatchObject({ status: 'submitted', owner: 'hotline', guessed: false });
    expect(Date.parse(unclear.actBy!)).toBe(monday + 24 * hourMs);
  });

  it('goes to a person when no place is named and the rules need one', async () => {
    const town = new Town(beijing('beijing-2019'));

    const nowhere = await view({ place: undefined }, town);

    expect(nowhere).toMatchObject({ status: 'submitted', owner: 'hotline' });
    expect(Date.parse(nowhere.actBy!)).toBe(monday + hourMs);
  });

  it("keeps the platform's tier against the item's, and an urgent flag against the item's too", async () => {
    const fixed = await view({ tier: 'complex', urgency: ['danger'] });
    const urgent = await view({ sourceKey: '2', itemCode: '0101-02', urgency: ['unrest'] });
    const calm = await view({ sourceKey: '3', itemCode: '0101-02', urgency: ['vulnerable'] });

    expect(fixed.tier).toBe('complex');
    expect(urgent.tier).toBe('emergency');
    expect(calm.tier).not.toBe('emergency');
  });

  it('is closed at once when the agent answered it on the line', async () => {
    const town = new Town(beijing('beijing-2023'));

    const settled = await view({ kind: 'consult', answeredOnTheSpot: '今晚八点恢复供水。' }, town);

    expect(settled).toMatchObject({ status: 'closed', outcome: 'onTheSpot' });
    const notes = await town.store.notes(settled.ticketId, { limit: 10 });
    expect(notes.rows).toMatchObject([{ kind: 'answer', text: '今晚八点恢复供水。' }]);
    expect((await town.record(settled.ticketId)).wakeAt).toBeUndefined();
  });

  it('is refused when it is asked for in the future or under an unknown item or tier', async () => {
    const town = new Town();
    const refusal = async (changes: Parameters<typeof pipe>[0]) =>
      submitTicket(town.deps, pipe(changes), hotline);

    expect(await refusal({ requestedAt: '2026-11-16T09:06:00+08:00' })).toMatchObject({
      error: { code: 'INVALID', field: 'requestedAt' },
    });
    expect(await refusal({ itemCode: 'nothing' })).toMatchObject({ error: { code: 'UNKNOWN_ITEM' } });
    expect(await refusal({ tier: 'h999' })).toMatchObject({ error: { code: 'INVALID', field: 'tier' } });
  });
});

describe('a clock of working days', () => {
  it('refuses a request whose deadline needs a year nobody has published, names it, and stores nothing', async () => {
    const town = new Town({ ...workdays(), sources: '{}' });
    town.now = Date.parse('2026-12-30T09:00:00+08:00');

    const refused = await submitTicket(town.deps, pipe({ tier: 'general' }), hotline);

    expect(refused).toMatchObject({ ok: false, error: { code: 'CALENDAR_COVERAGE', year: 2027 } });
    const ticketId = town.deps.digest('beijing-12345\ncall-1').slice(0, 32);
    expect(await town.store.loadRequest(ticketId)).toBeUndefined();
    expect(await town.store.load(ticketId)).toBeUndefined();
  });
});

describe('a backlog', () => {
  it('is loaded with its own dates and presses nobody for what is long past', async () => {
    const town = new Town();
    const rows = [1, 2, 3].map((n) =>
      pipe({ sourceKey: `old-${n}`, requestedAt: `2026-0${n}-10T09:00:00+08:00` }),
    );

    const loaded = await importBacklog(town.deps, rows, hotline);

    expect(loaded.every((row) => row.ok && row.value.view.overdue && row.value.view.backlog)).toBe(true);
    const events = town.sent().map(({ event }) => event);
    expect(new Set(events)).toEqual(new Set(['dispatched']));
  });
});
