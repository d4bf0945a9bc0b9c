import type { UndertakingRecord } from '../../functions/core/undertaking/undertaking-record.ts';
import type { Checker } from './checker.ts';
import type { Facts } from './facts.ts';

/** An undertaking stands in its lists and on the worklist of whoever has to act, and in no other. */
export const listsRight: Checker = {
  name: 'lists-right',
  promise: 'every undertaking is in its lists and on its owner’s worklist, and in no other',
  phase: 'liveness',
  atEnd: async (facts) => {
    const records = [...facts.undertakings.values()].map((versions) => versions.at(-1)!.record);
    const settled = records.filter(({ listsOwed }) => listsOwed.length === 0);
    const wrong = await Promise.all([...listed(settled, facts), ...working(settled, facts)]);
    return wrong.flat();
  },
};

function listed(records: readonly UndertakingRecord[], facts: Facts): readonly Promise<readonly string[]>[] {
  const ever = [...facts.undertakings.values()].flatMap((versions) =>
    versions.flatMap(({ record }) => record.lists),
  );
  return [...new Set(ever)].map(async (list) => {
    const { rows } = await facts.store.listUndertakings(list, { limit: 100 });
    const there = new Set(rows.map(({ id }) => id));
    return records
      .filter(({ id, lists }) => there.has(id) !== lists.includes(list))
      .map(({ id }) => `${id} ${there.has(id) ? 'is still' : 'is not'} in the list ${list}`);
  });
}

function working(records: readonly UndertakingRecord[], facts: Facts): readonly Promise<readonly string[]>[] {
  const owners = new Set(records.flatMap(({ owner }) => owner ?? []));
  return [...owners].map(async (owner) => {
    const { rows } = await facts.store.worklist(owner, { limit: 100 });
    const there = new Set(rows.map(({ ticketId }) => ticketId));
    return records
      .filter((record) => there.has(record.id) !== (record.owner === owner))
      .map(({ id }) => `${id} ${there.has(id) ? 'is' : 'is not'} on the worklist of ${owner}`);
  });
}
