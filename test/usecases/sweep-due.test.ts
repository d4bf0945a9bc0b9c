import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs, secondMs } from '../../functions/core/time.ts';
import { sweepDue } from '../../functions/usecases/sweep-due.ts';
import { monday } from '../support/case.ts';
import { pipe, Town } from './town.ts';

/** Three burst pipes whose first rung stands an hour after each call, a minute apart. */
async function threePipes() {
  const town = new Town();
  const ids: string[] = [];
  for (const n of [0, 1, 2]) {
    town.now = monday + n * minuteMs;
    ids.push(await town.submit(pipe({ sourceKey: `call-${n}` })));
  }
  town.wakes.take();
  town.sent();
  return { town, ids };
}

describe('a sweep', () => {
  it('sends what is due soon to the wake queue, each with its delay, and leaves the rest', async () => {
    const { town, ids } = await threePipes();
    town.now = monday + hourMs - 30 * secondMs;

    const swept = await sweepDue(town.deps, town.now + minuteMs);

    expect(swept).toEqual({ sent: 2, woken: 0, failed: 0, oldestLateMs: 0, complete: true });
    expect([...town.wakes.take()].sort((a, b) => a.delaySeconds - b.delaySeconds)).toEqual([
      { body: JSON.stringify({ ticketId: ids[0] }), delaySeconds: 31 },
      { body: JSON.stringify({ ticketId: ids[1] }), delaySeconds: 91 },
    ]);
  });

  it('wakes by itself what the queue has lost, so that a dead queue costs one sweep', async () => {
    const { town, ids } = await threePipes();
    town.wakesDown = true;
    town.now = monday + hourMs + 10 * minuteMs;

    const swept = await sweepDue(town.deps, town.now + minuteMs);

    expect(swept).toMatchObject({ woken: 3, failed: 0, complete: true, oldestLateMs: 10 * minuteMs - 1 });
    for (const [n, id] of ids.entries()) {
      const { history } = await town.record(id);
      expect(history.at(-1)).toMatchObject({ event: 'rungClimbed', at: monday + hourMs + n * minuteMs });
    }
  });

  it('goes on past a ticket that fails, and says how many did', async () => {
    const { town, ids } = await threePipes();
    town.now = monday + hourMs + 10 * minuteMs;
    const deps = town.bent({
      load: async (id) => {
        if (id === ids[0]) throw new Error('this one is broken');
        return town.store.load(id);
      },
    });

    const swept = await sweepDue(deps, town.now + minuteMs);

    expect(swept).toMatchObject({ woken: 2, failed: 1, complete: true });
    expect(town.deferred).toEqual([ids[0]]);
  });

  it('stops when its time is up, says so, and the next one goes on', async () => {
    const { town } = await threePipes();
    town.now = monday + hourMs + 10 * minuteMs;
    const slow = town.bent({
      load: async (id) => {
        town.now += 20 * secondMs;
        return town.store.load(id);
      },
    });

    const first = await sweepDue(slow, town.now + 30 * secondMs);
    const second = await sweepDue(town.deps, town.now + minuteMs);

    expect(first).toMatchObject({ woken: 2, complete: false });
    expect(second).toMatchObject({ woken: 1, complete: true });
  });

  it('reads nothing once its time is up', async () => {
    const { town } = await threePipes();
    town.now = monday + 2 * hourMs;

    expect(await sweepDue(town.deps, town.now)).toMatchObject({ sent: 0, woken: 0, complete: false });
  });

  it('reads more than one page of a shard', async () => {
    const town = new Town();
    for (let n = 0; n < 150; n += 1) await town.submit(pipe({ sourceKey: `call-${n}` }));
    town.wakes.take();
    town.now = monday + hourMs;
    const oneShard = town.bent({
      due: async (shard, until, page) => {
        if (shard !== 0) return { rows: [] };
        const all = [];
        for (let other = 0; other < 16; other += 1) {
          all.push(...(await town.store.due(other, until, { limit: 100 })).rows);
        }
        const from = Number(page.cursor ?? 0);
        const rows = all.slice(from, from + page.limit);
        return from + page.limit < all.length ? { rows, cursor: String(from + page.limit) } : { rows };
      },
    });

    expect(await sweepDue(oneShard, town.now + minuteMs)).toMatchObject({ sent: 150, complete: true });
  });
});
