import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import type { Deps } from './deps.ts';
import { sendOwed } from './send-owed.ts';
import { wakeSoon } from './wake-soon.ts';

/**
 * After a write that the caller may already count on: sends what is owed and wakes what is near. A failure here loses
 * nothing, since the record still owes it and the sweeper will find it; it is reported, not answered.
 */
export async function settle(deps: Deps, record: TicketRecord, rules: Rules): Promise<TicketRecord> {
  try {
    const settled = await sendOwed(deps, record, rules);
    await wakeSoon(deps, settled);
    return settled;
  } catch (cause) {
    deps.deferred(record.id, cause);
    return record;
  }
}
