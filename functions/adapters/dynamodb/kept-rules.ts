import type { TicketStore } from '../../ports/ticket-store.ts';
import { isNew } from './conditions.ts';
import { getItem, putItem } from './item-access.ts';
import { rulesKey } from './keys.ts';
import { fromRulesItems, toRulesItems } from './rules-items.ts';
import type { Table } from './table.ts';
import { wholePartition } from './whole-partition.ts';

/** The part of the store that keeps the sources of rules. */
export function keptRules(table: Table): Pick<TicketStore, 'putRules' | 'loadRules'> {
  return {
    // The small head is looked for first: every instance of a function puts its rules when it starts.
    async putRules(hash, sources) {
      if ((await getItem(table, rulesKey(hash))) !== undefined) return;
      const { head, parts } = await toRulesItems(hash, sources);
      for (const part of parts) await putItem(table, part, isNew);
      await putItem(table, head, isNew);
    },
    loadRules: async (hash) => fromRulesItems(await wholePartition(table, rulesKey(hash).pk)),
  };
}
