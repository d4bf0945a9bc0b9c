import { describe, expect, it } from 'vitest';
import type { BoardRow } from '../../../functions/core/score/board.ts';
import type { BoardStore } from '../../../functions/ports/board-store.ts';
import { askBoardJob } from '../../../functions/usecases/boards/ask-board-job.ts';
import { loadRows } from '../../../functions/usecases/boards/board-parts.ts';
import { runBoardJob } from '../../../functions/usecases/boards/run-board-job.ts';
import { BoardTown, caseOf, cityStaff, december1, november } from './board-town.ts';

const rowOf = async (town: BoardTown, version: number, unit: string, board = november) => {
  const content = await town.version(version, board);
  const rows = await loadRows(town.deps, content, { group: 'subdistricts', from: 0, count: 10_000 });
  return rows.find((row) => row.unit === unit) as BoardRow | undefined;
};

const ask = async (town: BoardTown, commandId = 'job') => {
  const asked = await askBoardJob(
    town.deps,
    { board: november, wanted: { task: 'publish' }, commandId },
    cityStaff,
  );
  if (!asked.ok) throw new Error(JSON.stringify(asked.error));
};

/** Streets of Beijing from one to the other, in the order of the directory. */
const street = (n: number) => `1101010${String(n).padStart(2, '0')}`;

describe('a published board', () => {
  it('counts what the ledger held, and stays so whatever comes later', async () => {
    const town = new BoardTown();
    await town.add(caseOf(1), caseOf(2, { resolved: 'no', satisfied: 'no' }), caseOf(3, { unit: street(2) }));

    const job = await town.job({ task: 'publish' });
    await town.add(caseOf(4));
    const again = await town.job({ task: 'verify' });

    expect(job).toMatchObject({ state: 'done', published: 1, entries: 3 });
    expect(await town.version(1)).toMatchObject({ units: 2, entries: 3, complete: true, before: [] });
    expect(await rowOf(town, 1, street(1))).toMatchObject({
      cases: 2,
      resolution: { yes: 1, base: 2 },
      rank: 2,
    });
    expect(await rowOf(town, 1, street(2))).toMatchObject({ cases: 1, rank: 1 });
    expect(again).toMatchObject({ state: 'done', same: true, digest: job.digest, entries: 3 });
  });

  it('has another digest when one entry differs, even where no row does, and the same in whatever order they came', async () => {
    const [one, shuffled, other] = [new BoardTown(), new BoardTown(), new BoardTown()];
    const { reopens, kind, ...rest } = caseOf(1);
    await one.add(caseOf(1), caseOf(2));
    await shuffled.add(caseOf(2), { kind, ...rest, reopens });
    await other.add(caseOf(1, { item: '0101-02' }), caseOf(2));

    const digests = await Promise.all(
      [one, shuffled, other].map(async (town) => (await town.job({ task: 'publish' })).digest),
    );

    expect(digests[1]).toBe(digests[0]);
    expect(digests[2]).not.toBe(digests[0]);
  });

  it('is told from one whose frozen entries were tampered with', async () => {
    const town = new BoardTown();
    await town.add(caseOf(1));
    await town.job({ task: 'publish' });
    const forged = town.bent({
      loadPart: async (jobId, name) => {
        const text = await town.boards.loadPart(jobId, name);
        return name.startsWith('entries.') ? text?.replace('"resolved":"yes"', '"resolved":"no"') : text;
      },
    });
    const wanted = { task: 'verify' } as const;
    await askBoardJob(town.deps, { board: november, wanted, commandId: 'check' }, cityStaff);

    const job = await town.work('check', forged);

    expect(job).toMatchObject({ state: 'done', same: false });
    expect(job.digest).not.toBe((await town.version(1)).digest);
  });

  it('shows how places moved since the board that stood for the month before', async () => {
    const town = new BoardTown();
    const october = { kind: 'month', period: '2026-10' } as const;
    await town.add(
      caseOf(1, { month: '2026-10', resolved: 'no' }),
      caseOf(2, { month: '2026-10', unit: street(2) }),
    );
    await town.add(caseOf(3), caseOf(4, { unit: street(2), resolved: 'no' }));
    await town.job({ task: 'publish' }, october);
    await town.job({ task: 'publish', replaces: 1, reason: 'other', text: '更正' }, october);

    await town.job({ task: 'publish' });

    expect((await town.version(1)).before).toEqual([{ period: '2026-10', version: 2 }]);
    expect(await rowOf(town, 1, street(1))).toMatchObject({ rank: 1, rankBefore: 2, movement: 1 });
    expect(await rowOf(town, 1, street(2))).toMatchObject({ rank: 2, rankBefore: 1, movement: -1 });
    expect(await town.job({ task: 'verify' })).toMatchObject({ same: true });
  });

  it('says that its month had not ended', async () => {
    const town = new BoardTown();
    town.now = Date.parse('2026-11-30T23:59:59.999+08:00');
    await town.add(caseOf(1));

    await town.job({ task: 'publish' });

    expect(await town.version(1)).toMatchObject({ complete: false });
  });
});

describe('a job', () => {
  it('goes on where it stood when its time is up, and reads no unit twice', async () => {
    const town = new BoardTown();
    for (let n = 1; n <= 17; n += 1) await town.add(caseOf(n, { unit: street(n) }));
    const read: string[] = [];
    const deps = {
      ...town.deps,
      store: {
        ...town.tickets,
        ledger: async (...[unit, month, page]: Parameters<typeof town.tickets.ledger>) => {
          const found = await town.tickets.ledger(unit, month, page);
          if (found.rows.length > 0) read.push(unit);
          // Every unit that has entries takes a second.
          if (found.rows.length > 0) town.now += 1_000;
          return found;
        },
      },
    };
    await ask(town);

    town.queue.take();
    const states: (string | undefined)[] = [];
    while (states.at(-1) !== 'done' && states.length < 20) {
      const time = { stopAt: town.now + 3_000, heldUntil: town.now + 9_000 };
      const state = (await runBoardJob(deps, 'job', time))?.state;
      states.push(state);
      expect(town.queue.take()).toHaveLength(state === 'running' ? 1 : 0);
      expect((await town.boards.loadVersion(november, 1)) !== undefined).toBe(state === 'done');
    }

    expect(states.length).toBeGreaterThan(2);
    expect(states.at(-1)).toBe('done');
    expect(new Set(read).size).toBe(17);
    expect(read).toHaveLength(17);
    expect(await town.version(1)).toMatchObject({ units: 17, entries: 17 });
  });

  it.each(['putPart', 'putUnit', 'saveJob', 'publish', 'loadPart', 'units'] as const)(
    'that is cut off at any %s publishes the same board later, and half of it never',
    async (operation) => {
      const whole = new BoardTown();
      const entries = [caseOf(1), caseOf(2), caseOf(3, { unit: street(2) }), caseOf(4, { unit: street(9) })];
      await whole.add(...entries);
      const { digest } = await whole.job({ task: 'publish' });

      for (let failing = 1; failing < 12; failing += 1) {
        const town = new BoardTown();
        await town.add(...entries);
        await ask(town);
        let calls = 0;
        const broken = (async (...args: readonly never[]) => {
          calls += 1;
          const method = town.boards[operation] as (...args: readonly never[]) => Promise<unknown>;
          // Odd: nothing was written. Even: it was, and the answer was lost.
          if (calls === failing && failing % 2 === 0) await method(...args);
          if (calls === failing) throw new Error('cut off');
          return method(...args);
        }) as BoardStore[typeof operation];

        const time = { stopAt: town.now + 240_000, heldUntil: town.now + 300_000 };
        const cut = await runBoardJob(town.bent({ [operation]: broken }), 'job', time).then(
          () => false,
          () => true,
        );
        const visible = await town.boards.loadVersion(november, 1);
        const job = await town.work('job');

        if (cut && operation !== 'publish' && operation !== 'saveJob') expect(visible).toBeUndefined();
        expect(job).toMatchObject({ state: 'done', published: 1, digest });
        expect((await town.version(1)).digest).toBe(digest);
        expect(await town.job({ task: 'verify' })).toMatchObject({ same: true });
        if (!cut) break;
      }
    },
  );

  it('leaves a board alone that another worker holds, and comes back in half a minute', async () => {
    const town = new BoardTown();
    await town.add(caseOf(1));
    await ask(town);
    town.queue.take();
    await town.boards.claim(november, 'another', town.now, town.now + 60_000);

    const time = { stopAt: town.now + 240_000, heldUntil: town.now + 300_000 };
    const job = await runBoardJob(town.deps, 'job', time);

    expect(job?.state).toBe('waiting');
    expect(town.queue.take()).toEqual([{ body: '{"jobId":"job"}', delaySeconds: 30 }]);
    town.now = december1 + 60_001;
    expect(await town.work('job')).toMatchObject({ state: 'done' });
  });

  it('of two that publish the same month at once fails by name, and changes nothing', async () => {
    const town = new BoardTown();
    await town.add(caseOf(1));
    await ask(town, 'one');
    await ask(town, 'two');

    const jobs = [await town.work('one'), await town.work('two')];

    expect(jobs.map(({ state, failure }) => failure ?? state)).toEqual(['done', 'ALREADY_PUBLISHED']);
    expect((await town.version(1)).jobId).toBe('one');
    expect(await town.boards.loadVersion(november, 2)).toBeUndefined();
  });

  it('counts the pages it reads and the items it writes', async () => {
    const town = new BoardTown();
    await town.add(caseOf(1), caseOf(2, { unit: street(2) }));

    const { counts, unitsAll } = await town.job({ task: 'publish' });

    expect(counts.reads).toBeGreaterThanOrEqual(unitsAll);
    expect(counts.reads).toBeLessThan(unitsAll + 20);
    expect(counts.writes).toBeGreaterThan(4);
  });
});
