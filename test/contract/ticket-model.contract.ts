import fc from 'fast-check';
import { expect, it } from 'vitest';
import { wakeShardOf } from '../../functions/adapters/dynamodb/wake-shard.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { allRows } from './all-pages.ts';
import { idOf } from './sample-record.ts';
import { helper, type Keys, recordFor, TicketModel, viewFor, type Write } from './ticket-model.ts';

const tickets = 4;
const seed = 20_261_102;
const places = ['110105-sanlitun'];
const items = ['roads.hole', 'water.supply.burst-pipe'];
const owners = [helper, 'hotline'];

const ticket = fc.integer({ min: 1, max: tickets });
const rev = fc.integer({ min: 1, max: 4 });
const instant = fc.integer({ min: 1, max: 1_200 });
const keys = fc.record(
  { wakeAt: instant, owner: fc.constantFrom(...owners), actBy: instant, item: fc.constantFrom(...items) },
  { requiredKeys: [] },
) satisfies fc.Arbitrary<Keys>;

const write: fc.Arbitrary<Write> = fc.oneof(
  fc.record({ kind: fc.constant('create' as const), ticket, keys }),
  fc.record({ kind: fc.constant('save' as const), ticket, rev, keys }),
  fc.record(
    { kind: fc.constant('clearOwed' as const), ticket, rev, wakeAt: instant },
    { requiredKeys: ['kind', 'ticket', 'rev'] },
  ),
  fc.record(
    { kind: fc.constant('putView' as const), ticket, rev, actBy: instant },
    { requiredKeys: ['kind', 'ticket', 'rev'] },
  ),
);

/** A store shows, after any writes, what a trivial model shows. */
export function ticketModelContract(open: () => Promise<TicketStore>): void {
  it(`shows after any sequence of writes what a model of two maps shows (seed ${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 24 }), async (writes) => {
        const store = await open();
        const model = new TicketModel();

        for (const each of writes)
          expect([each, await perform(store, each)]).toEqual([each, model.apply(each)]);

        expect(await observed(store)).toEqual(expected(model));
      }),
      { numRuns: 25, seed },
    );
  });
}

function perform(store: TicketStore, given: Write): Promise<string> {
  switch (given.kind) {
    case 'create':
      return store.create(recordFor(given.ticket, 1, given.keys));
    case 'save':
      return store.save(recordFor(given.ticket, given.rev + 1, given.keys), given.rev);
    case 'clearOwed': {
      const next = { rev: given.rev + 1, owed: [] };
      const wakeAt = given.wakeAt === undefined ? {} : { wakeAt: given.wakeAt };
      return store.clearOwed(idOf(given.ticket), given.rev, { ...next, ...wakeAt });
    }
    case 'putView':
      return store.putView(viewFor(given.ticket, given.rev, given.actBy));
  }
}

/** All a store shows, in lines whose order does not matter. */
async function observed(store: TicketStore) {
  const records = await Promise.all(numbers.map((n) => store.load(idOf(n))));
  const due = await Promise.all(
    shards.map(async (shard) => ({ shard, rows: await allRows((page) => store.due(shard, 1_000, page)) })),
  );
  const lists = await Promise.all(owners.map((owner) => allRows((page) => store.worklist(owner, page))));
  const near = await Promise.all(
    items.map((item) => allRows((page) => store.near(places[0]!, item, 0, page))),
  );
  return {
    records: records.map((record) => record ?? null),
    due: due
      .flatMap(({ shard, rows }) => rows.map((row) => line(shard, row.ticketId, row.wakeAt)))
      .toSorted(),
    lists: lists
      .flatMap((rows, n) => rows.map((row) => line(owners[n], row.ticketId, row.actBy, row.status)))
      .toSorted(),
    near: near.flatMap((rows, n) => rows.map((row) => line(items[n], row.ticketId))).toSorted(),
  };
}

function expected(model: TicketModel) {
  const records = [...model.records.values()];
  const views = [...model.views.values()];
  return {
    records: numbers.map((n) => model.records.get(n) ?? null),
    due: records
      .filter(({ wakeAt }) => wakeAt !== undefined && wakeAt <= 1_000)
      .map(({ id, wakeAt }) => line(wakeShardOf(id), id, wakeAt))
      .toSorted(),
    lists: [
      ...records
        .filter(({ owner, actBy }) => owner !== undefined && actBy !== undefined)
        .map(({ id, owner, actBy, state }) => line(owner, id, actBy, state.status)),
      ...views
        .filter(({ actBy }) => actBy !== undefined)
        .map(({ ticketId, unit, actBy, status }) => line(unit, ticketId, actBy, status)),
    ].toSorted(),
    near: records
      .filter(({ state }) => state.item !== undefined)
      .map(({ id, state }) => line(state.item, id))
      .toSorted(),
  };
}

const numbers = Array.from({ length: tickets }, (_, n) => n + 1);

const shards = [...new Set(numbers.map((n) => wakeShardOf(idOf(n))))];

const line = (...parts: unknown[]) => parts.join(' ');
