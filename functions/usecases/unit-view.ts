import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import { isTerminal } from '../core/ticket/status.ts';
import { SummonsStatus, type Ticket } from '../core/ticket/ticket.ts';
import { type EpochMs, NEVER } from '../core/time.ts';
import type { ViewRow } from '../ports/stored.ts';
import { worklistRow } from './worklist-row.ts';

/** What a helping or summoned unit has to do on this ticket, as its row of the worklist; without `actBy`, nothing. */
export function unitView(record: TicketRecord, code: string, t: Ticket, rules: Rules): ViewRow {
  const { actBy: _, ...row } = worklistRow(record);
  const at = isTerminal(t.status) ? NEVER : dutyBy(t, rules.units.byCode.get(code)!);
  return { ...row, unit: code, rev: record.rev, ...(at === NEVER ? {} : { actBy: at }) };
}

function dutyBy(t: Ticket, unit: number): EpochMs {
  let by = NEVER;
  for (const helper of t.helpers) {
    if (helper.unit === unit && helper.doneAt === NEVER) by = Math.min(by, helper.dueAt, t.reviewAt);
  }
  for (const summons of t.summonses) {
    if (summons.unit === unit && summons.status < SummonsStatus.released) by = Math.min(by, summons.arriveBy);
  }
  return by;
}
