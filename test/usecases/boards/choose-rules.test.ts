import { describe, expect, it } from 'vitest';
import type { Rules } from '../../../functions/core/rules/rules.ts';
import { chooseRules, noteRules } from '../../../functions/usecases/boards/choose-rules.ts';
import { BoardTown } from './board-town.ts';

/** A town whose present pack is valid since 2023, with packs noted before and after it. */
async function town() {
  const made = new BoardTown();
  const present = made.deps.city.rules;
  const known = new Map<string, Rules>([[present.hash, present]]);
  const note = async (hash: string, validFrom: string, notedAt: number) => {
    known.set(hash, { ...present, hash, validFrom });
    await made.boards.noteRules({ hash, policyId: 'former', validFrom, notedAt });
    await made.tickets.putRules(hash, '{}');
  };
  const deps = { ...made.deps, rulesOf: async (hash: string) => known.get(hash)! };
  const chosen = async (period: string, asked?: string) => {
    const kind = period.length === 4 ? 'annual' : 'month';
    const rules = await chooseRules(deps, { kind, period }, asked);
    return rules.ok ? rules.value.hash : rules.error.code;
  };
  return { made, deps, note, chosen, present };
}

describe('the rules of a board', () => {
  it('are the pack in force on the last day of its period', async () => {
    const { note, chosen, present } = await town();
    await note('old', '2019-01-01', 1);
    await note('next', '2026-11-30', 2);

    expect(present.validFrom).toBe('2023-01-01');
    expect(await chosen('2022-12')).toBe('old');
    expect(await chosen('2023-01')).toBe(present.hash);
    expect(await chosen('2026-10')).toBe(present.hash);
    expect(await chosen('2026-11')).toBe('next');
    expect(await chosen('2025')).toBe(present.hash);
    expect(await chosen('2026')).toBe('next');
    expect(await chosen('2018-12')).toBe('NO_RULES');
  });

  it('are the present ones among those of the same first day, then those noted last', async () => {
    const { note, chosen, present } = await town();
    await note('a', '2019-01-01', 1);
    await note('b', '2019-01-01', 2);
    await note('same', present.validFrom, 9);

    expect(await chosen('2020-05')).toBe('b');
    expect(await chosen('2026-11')).toBe(present.hash);
  });

  it('may be asked for by hash, if they are kept', async () => {
    const { note, chosen } = await town();
    await note('old', '2019-01-01', 1);

    expect(await chosen('2026-11', 'old')).toBe('old');
    expect(await chosen('2026-11', 'unknown')).toBe('NO_RULES');
  });

  it('are kept with their sources when they are noted, once', async () => {
    const { made, deps, present } = await town();

    await noteRules(deps);
    made.now += 1_000;
    await noteRules(deps);

    expect(await made.tickets.loadRules(present.hash)).toBe(deps.city.sources);
    expect((await made.boards.notedRules({ limit: 5 })).rows).toMatchObject([
      { hash: present.hash, validFrom: '2023-01-01', notedAt: made.now - 1_000 },
    ]);
  });
});
