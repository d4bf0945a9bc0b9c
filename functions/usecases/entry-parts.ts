import { monthOf } from '../core/calendar/month-of.ts';
import type { OwedEffect, TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import { noUnit } from '../core/rules/unit-table.ts';
import type { EpochMs } from '../core/time.ts';

/** What every entry of the ledger carries: whose, when, and a number that is the effect's own. */
export const entryBase = (effect: OwedEffect, at: EpochMs, { utcOffsetMs }: Rules) => ({
  unit: effect.to,
  month: monthOf(at, utcOffsetMs),
  id: effect.id,
  at,
});

/** Of which ticket an entry is, as things stood when it was owed; the trade is its item's (行业主管部门). */
export function matterOf({ id, state }: TicketRecord, effect: OwedEffect, { items, units }: Rules) {
  const { item, tier } = effect;
  const trade = item === undefined ? noUnit : items.trade[items.byCode.get(item)!]!;
  return {
    ticketId: id,
    kind: state.kind,
    tier,
    ...(item === undefined ? {} : { item }),
    ...(trade === noUnit ? {} : { trade: units.codes[trade]! }),
  };
}
