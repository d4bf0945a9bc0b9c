import type { Rules } from '../../rules/rules.ts';
import { noUnit } from '../../rules/unit-table.ts';
import { NEVER } from '../../time.ts';
import { helperDueAt, isHelperOwing } from '../helpers.ts';
import { isTerminal } from '../status.ts';
import { type Summons, SummonsStatus, type Ticket } from '../ticket.ts';

/** Whether a summons has not ended. */
export const isOut = (summons: Summons): boolean => summons.status < SummonsStatus.released;

/** Whether a summoned unit is on its way: called, and neither there nor arguing. */
export const isExpected = ({ status }: Summons): boolean =>
  status === SummonsStatus.called || status === SummonsStatus.acknowledged;

/** Whether the lead's clock waits for somebody summoned. */
export function isWaitedFor(t: Ticket, { whistleKinds }: Rules): boolean {
  if (t.openSummonses === 0) return false;
  return t.summonses.some((summons) => isOut(summons) && whistleKinds[summons.kind]!.leadClock === 'pauses');
}

/** The district platform of the place (区平台), which passes whistles on; the city where there is no district. */
export const districtOf = (t: Ticket, { units }: Rules): number =>
  t.place === noUnit ? units.city : units.district[t.place]!;

/**
 * Who has to act on a summons as it stands: the district on one to pass on, its judge on a contested one, otherwise the
 * summoned unit itself. A district that is a party does not judge; the city does.
 */
export function inChargeOf(t: Ticket, rules: Rules, { status, blower, unit }: Summons): number {
  const district = districtOf(t, rules);
  if (status === SummonsStatus.routed) return district;
  if (status !== SummonsStatus.contested) return unit;
  return district === blower || district === unit ? rules.units.city : district;
}

/** Finds the earliest promise among helpers and summonses again, after one of them changed. An ended ticket has none. */
export function aimOthers(t: Ticket): void {
  let at = NEVER;
  if (!isTerminal(t.status)) {
    for (let i = 0; i < t.helpersCount; i += 1) {
      if (isHelperOwing(t, i) && helperDueAt(t, i) < at) at = helperDueAt(t, i);
    }
    for (const summons of t.summonses) if (summons.dueBy < at) at = summons.dueBy;
  }
  t.otherAt = at;
}
