import type { TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import { type TicketStore, wakeShards } from '../../functions/ports/ticket-store.ts';

const atOnce = 32;

/** Loads each ticket from the store, in the order asked for. */
export const loadAll = async (
  store: TicketStore,
  ticketIds: readonly (string | undefined)[],
): Promise<(TicketRecord | undefined)[]> => {
  const records: (TicketRecord | undefined)[] = [];
  for (let from = 0; from < ticketIds.length; from += atOnce) {
    const ids = ticketIds.slice(from, from + atOnce);
    records.push(...(await Promise.all(ids.map((id) => (id === undefined ? undefined : store.load(id))))));
  }
  return records;
};

/** Asks the wake index itself which tickets should have been woken by `until` and were not. */
export const unwoken = async (store: TicketStore, until: EpochMs): Promise<string[]> => {
  const found: string[] = [];
  for (let shard = 0; shard < wakeShards; shard += 1) {
    let cursor: string | undefined;
    do {
      const page = await store.due(shard, until, { limit: 100, ...(cursor === undefined ? {} : { cursor }) });
      found.push(...page.rows.map(({ ticketId, wakeAt }) => `${ticketId} should have woken at ${wakeAt}`));
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return found;
};
