import type { Rules } from '../../rules/rules.ts';
import { NEVER } from '../../time.ts';
import { isTerminal } from '../status.ts';
import { type Helper, type Summons, SummonsStatus, type Ticket } from '../ticket.ts';

/** Whether a summoned unit is still expected on the spot. */
export function isExpected(summons: Summons): boolean {
  return summons.status <= SummonsStatus.acknowledged && !summons.late;
}

/** Whether a helper still has a limit ahead. */
export function isOwing(helper: Helper): boolean {
  return helper.doneAt === NEVER && !helper.late;
}

/** Whether the lead's clock waits for somebody summoned. */
export function isWaitedFor(t: Ticket, { whistleKinds }: Rules): boolean {
  if (t.openSummonses === 0) return false;
  return t.summonses.some(
    ({ status, kind }) => status < SummonsStatus.released && whistleKinds[kind]!.leadClock === 'pauses',
  );
}

/** Finds the earliest promise among helpers and summonses again, after one of them changed. An ended ticket has none. */
export function aimOthers(t: Ticket): void {
  let at = NEVER;
  if (!isTerminal(t.status)) {
    for (const helper of t.helpers) if (isOwing(helper) && helper.dueAt < at) at = helper.dueAt;
    for (const summons of t.summonses)
      if (isExpected(summons) && summons.arriveBy < at) at = summons.arriveBy;
  }
  t.otherAt = at;
}
