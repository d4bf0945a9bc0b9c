import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TicketStore } from '../../../../functions/ports/ticket-store.ts';
import type { Deps } from '../../../../functions/usecases/deps.ts';
import { wake } from '../../../../functions/usecases/wake.ts';
import { hotline, staffOf } from '../../town.ts';
import { MatterTown, street } from './matter-town.ts';

const lead = staffOf(street);
const seed = 20261122;

/** Calls after which the process may die: what was written stands, the caller never hears of it. */
const dying = ['save', 'saveUndertaking', 'putMember', 'clearOwed', 'addNote'] as const;

/** A store whose process dies after, or before, the nth of the calls that write, and again at each later death. */
function mortal(
  store: TicketStore,
  deaths: readonly { readonly after: number; readonly isWritten: boolean }[],
) {
  let calls = 0;
  const [...left] = deaths;
  let lives = 0;
  const guarded = Object.fromEntries(
    dying.map((name) => [
      name,
      async (...args: unknown[]) => {
        const death = left[0];
        calls += 1;
        if (death === undefined || calls < death.after) return call(store, name, args);
        left.shift();
        calls = 0;
        lives += 1;
        if (death.isWritten) await call(store, name, args);
        throw new Error('the process died');
      },
    ]),
  ) as unknown as Partial<TicketStore>;
  return { guarded, died: () => lives };
}

const call = (store: TicketStore, name: (typeof dying)[number], args: readonly unknown[]) =>
  (store[name] as (...given: readonly unknown[]) => Promise<unknown>)(...args);

/** Wakes a matter, twice at once where told so, until its work is done, whoever dies meanwhile. */
async function workThrough(town: MatterTown, id: string, deps: Deps, twice: readonly boolean[]) {
  for (let n = 0; n < 400; n += 1) {
    if ((await town.matter(id)).workAt === undefined) return;
    const wakes = twice[n % twice.length] ? [deps, deps] : [deps];
    await Promise.allSettled(wakes.map((one) => wake(one, id)));
  }
  throw new Error('the work did not end');
}

describe('the members of a matter', () => {
  it(`are joined and answered once each, whatever dies and however often it is woken (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 70 }),
        fc.array(fc.record({ after: fc.integer({ min: 1, max: 60 }), isWritten: fc.boolean() }), {
          maxLength: 8,
        }),
        fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        async (count, deaths, twice, withdrawn) => {
          const town = new MatterTown();
          const ids = await town.submitMany(count);
          const { guarded } = mortal(town.store, deaths);
          const deps = town.bent(guarded);
          const id = await town.open({ ticketIds: ids });
          const gone = ids[withdrawn % count]!;

          await Promise.all([
            workThrough(town, id, deps, twice),
            town.ask(gone, { type: 'withdraw', body: {} }, hotline),
          ]);
          await town.askMatter(id, { type: 'answer', text: '已恢复供水。' }, lead);
          await workThrough(town, id, deps, twice);

          const { members, refused, answers } = await town.matter(id);
          expect(members + refused).toBe(count);
          const joined = await town.eventsOf(ids, 'joinedMatter');
          const answered = await town.eventsOf(ids, 'answered');
          expect(sum(joined)).toBe(members);
          expect(Math.max(...joined, ...answered)).toBeLessThanOrEqual(1);
          expect(sum(answered)).toBe(count - 1);
          expect(answers[0]).toMatchObject({ done: count - 1, skipped: members - (count - 1), refused: 0 });
        },
      ),
      { seed, numRuns: 25 },
    );
  });
});

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
