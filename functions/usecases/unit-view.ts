import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import { isTerminal } from '../core/ticket/status.ts';
import { SummonsStatus, type Ticket } from '../core/ticket/ticket.ts';
import { inChargeOf, isOut } from '../core/ticket/transitions/others.ts';
import { type EpochMs, NEVER } from '../core/time.ts';
import type { ViewRow } from '../ports/stored.ts';
import { worklistRow } from './worklist-row.ts';

/**
 * What a helping or summoned unit, or a district with a whistle to pass on or rule on, has to do on this ticket, as its
 * row of the worklist; without `actBy`, nothing.
 */
export function unitView(record: TicketRecord, code: string, t: Ticket, rules: Rules): ViewRow {
  const { actBy: _, ...row } = worklistRow(record);
  const at = isTerminal(t.status) ? NEVER : dutyBy(t, rules.units.byCode.get(code)!, rules);
  return { ...row, unit: code, rev: record.rev, ...(at === NEVER ? {} : { actBy: at }) };
}

function dutyBy(t: Ticket, unit: number, rules: Rules): EpochMs {
  let by = NEVER;
  for (const helper of t.helpers) {
    if (helper.unit === unit && helper.doneAt === NEVER) by = Math.min(by, helper.dueAt, t.reviewAt);
  }
  for (const summons of t.summonses) {
    if (!isOut(summons)) continue;
    const inCharge = inChargeOf(t, rules, summons);
    // A unit that contests its call still has it on its list, by the limit it had.
    if (inCharge === unit && inCharge !== summons.unit) by = Math.min(by, summons.dueBy, t.reviewAt);
    else if (summons.unit === unit && summons.status !== SummonsStatus.routed) {
      by = Math.min(by, summons.arriveBy, t.reviewAt);
    }
  }
  return by;
}
