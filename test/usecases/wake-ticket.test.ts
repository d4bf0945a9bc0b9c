import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs, secondMs } from '../../functions/core/time.ts';
import { wakeTicket } from '../../functions/usecases/wake-ticket.ts';
import type { WireCommand } from '../../functions/usecases/wire-command.ts';
import { monday } from '../support/case.ts';
import { hotline, pipe, staffOf, Town } from './town.ts';

const lead = staffOf('110101017');
const half = monday + hourMs;

describe('a wake', () => {
  it('keeps what was promised, once, stamped with its own time, and says how late it was', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    town.sent();
    town.now = half + 10 * secondMs;

    const woken = await wakeTicket(town.deps, ticketId);
    const again = await wakeTicket(town.deps, ticketId);

    expect(woken).toEqual({ kept: 1, lateMs: 10 * secondMs - 1 });
    expect(again).toEqual({ kept: 0, lateMs: undefined });
    const { history, owed } = await town.record(ticketId);
    expect(history.filter(({ event }) => event === 'rungClimbed')).toMatchObject([{ at: half, by: 'clock' }]);
    expect(owed).toEqual([]);
    expect(town.sent()).toMatchObject([{ kind: 'notice', to: '110101017', at: half }]);
  });

  it('that comes seconds early, by another clock, keeps nothing and asks to be woken again in time', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    town.wakes.take();
    town.now = half - 3 * secondMs;

    expect(await wakeTicket(town.deps, ticketId)).toEqual({ kept: 0, lateMs: undefined });

    expect(town.wakes.take()).toEqual([{ body: JSON.stringify({ ticketId }), delaySeconds: 4 }]);
    expect((await town.record(ticketId)).history).toHaveLength(2);
  });

  it.each([
    ['minutes', half - 90 * secondMs],
    ['hours', undefined],
  ])('that comes %s early is not sent on: whoever moved the promise has sent another', async (_, now) => {
    const town = new Town();
    const ticketId = await town.submit();
    town.wakes.take();
    town.now = now ?? town.now;

    await wakeTicket(town.deps, ticketId);

    expect(town.wakes.take()).toEqual([]);
  });

  it('of a ticket that has ended or never was does nothing', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    await town.ask(ticketId, { type: 'withdraw', body: {} }, hotline);
    town.now += 100 * hourMs;

    expect(await wakeTicket(town.deps, ticketId)).toEqual({ kept: 0, lateMs: undefined });
    expect(await wakeTicket(town.deps, 'f'.repeat(32))).toEqual({ kept: 0, lateMs: undefined });
    expect((await town.record(ticketId)).history.at(-1)?.event).toBe('withdrawn');
  });

  it('lets an ended ticket rest though a helper of it never finished', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    await town.ask(ticketId, { type: 'addHelper', body: { unitCode: 'water' } }, lead);
    await town.ask(ticketId, { type: 'withdraw', body: {} }, hotline);

    const record = await town.record(ticketId);

    expect(record.owed).toEqual([]);
    expect(record).not.toHaveProperty('wakeAt');
    expect((await town.store.worklist('water', { limit: 10 })).rows).toEqual([]);
  });
});

describe('effects that cannot be sent', () => {
  it('stay owed, are sent again a minute later, and then cleared', async () => {
    const town = new Town();
    town.effectsDown = true;
    const ticketId = await town.submit();
    const { owed, wakeAt } = await town.record(ticketId);
    expect(owed.map(({ event }) => event)).toEqual(['dispatched', 'dispatched']);
    expect(wakeAt).toBe(monday + minuteMs);

    town.effectsDown = false;
    town.now = wakeAt!;
    await wakeTicket(town.deps, ticketId);

    const settled = await town.record(ticketId);
    expect(settled.owed).toEqual([]);
    expect(settled.wakeAt).toBe(half + 1);
    expect(town.sent().map(({ id }) => id)).toEqual(owed.map(({ id }) => id));
  });

  it('do not make the ticket wake itself over and over while the queue is down', async () => {
    const town = new Town();
    town.effectsDown = true;
    const ticketId = await town.submit();
    town.wakes.take();
    town.now += 2 * minuteMs;

    await wakeTicket(town.deps, ticketId);

    expect(town.wakes.take().filter(({ delaySeconds }) => delaySeconds < 30)).toEqual([]);
    expect((await town.record(ticketId)).wakeAt).toBeDefined();
  });

  it('are cleared by name when another write came between sending and clearing', async () => {
    const town = new Town();
    town.effectsDown = true;
    const ticketId = await town.submit();
    town.effectsDown = false;
    town.now += minuteMs;
    let between = true;
    const deps = town.bent({
      clearOwed: async (id, rev, next) => {
        if (between) {
          between = false;
          town.effectsDown = true;
          await town.ask(ticketId, { type: 'sign', body: {} }, lead);
          town.effectsDown = false;
        }
        return town.store.clearOwed(id, rev, next);
      },
    });

    await wakeTicket(deps, ticketId);

    const { owed, state } = await town.record(ticketId);
    expect(state.status).toBe('signed');
    expect(owed.map(({ event }) => event)).toEqual(['signed']);
  });

  it('do not fail the command that owed them', async () => {
    const town = new Town();
    const ticketId = await town.submit();
    const deps = {
      ...town.deps,
      effects: {
        send: async () => {
          throw new Error('no network');
        },
      },
    };

    const signed = await town.ask(ticketId, { type: 'sign', body: {} }, lead, deps);

    expect(signed.ok).toBe(true);
    expect(town.deferred).toEqual([ticketId]);
    expect((await town.record(ticketId)).owed).toHaveLength(1);
  });
});

describe('a ticket merged into an elder one', () => {
  const merged = async () => {
    const town = new Town();
    const elder = await town.submit();
    town.now += minuteMs;
    const younger = await town.submit(pipe({ sourceKey: 'call-2' }));
    await town.ask(younger, { type: 'merge', body: { elderId: elder } }, lead);
    return { town, elder, younger, mergedAt: town.now };
  };
  const answerIt: WireCommand[] = [
    { type: 'sign', body: {} },
    { type: 'answer', body: { text: '修好了。' } },
  ];

  it('waits while the elder is at work, and is answered with it', async () => {
    const { town, elder, younger, mergedAt } = await merged();
    town.now = mergedAt + 6 * hourMs + 5;
    await wakeTicket(town.deps, younger);
    expect((await town.record(younger)).state.status).toBe('merged');
    for (const command of answerIt) await town.ask(elder, command, lead);
    town.now += 6 * hourMs + 5;

    await wakeTicket(town.deps, younger);

    const { state, history } = await town.record(younger);
    expect(state.status).toBe('answered');
    expect(history.find(({ event }) => event === 'elderAnswered')).toMatchObject({ by: 'clock' });
  });

  it('goes on by itself when the elder ends otherwise', async () => {
    const { town, elder, younger, mergedAt } = await merged();
    await town.ask(elder, { type: 'withdraw', body: {} }, hotline);
    town.now = mergedAt + 6 * hourMs + 5;

    await wakeTicket(town.deps, younger);

    const { state } = await town.record(younger);
    expect(state.status).toBe('dispatched');
    expect(state.dueAt).toBe(mergedAt + 2 * hourMs);
  });

  it('is answered when its elder was, however late the wake, and keeps its other promises after that', async () => {
    const { town, elder, mergedAt } = await merged();
    const third = await town.submit(pipe({ sourceKey: 'call-3', tier: 'basics' }));
    await town.ask(third, { type: 'addHelper', body: { unitCode: 'water' } }, lead);
    await town.ask(third, { type: 'merge', body: { elderId: elder } }, lead);
    for (const command of answerIt) await town.ask(elder, command, lead);
    town.now = mergedAt + 40 * hourMs;

    await wakeTicket(town.deps, third);

    const { history } = await town.record(third);
    const after = history.slice(history.findIndex(({ event }) => event === 'merged') + 1);
    expect(after.map(({ event }) => event)).toEqual(['elderAnswered', 'callbackDue', 'helperOverdue']);
    expect(after[0]?.at).toBe(mergedAt);
    expect(history.map(({ at }) => at)).toEqual(history.map(({ at }) => at).sort((a, b) => a - b));
  });
});
