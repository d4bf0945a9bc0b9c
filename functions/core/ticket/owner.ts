import type { Rules } from '../rules/rules.ts';
import { type EpochMs, NEVER } from '../time.ts';
import { Actor } from './actor.ts';
import { isTerminal, Status } from './status.ts';
import type { Ticket } from './ticket.ts';
import { arbiterOf } from './transitions/disputing.ts';

/**
 * Who must act next: the unit whose worklist (待办) shows the ticket, or the hotline for triage and callbacks. An open
 * ticket always has one; an ended one has none (`undefined`).
 */
export function ownerOf(t: Ticket, rules: Rules): number | undefined {
  if (isTerminal(t.status)) return undefined;
  switch (t.status) {
    case Status.submitted:
    case Status.answered:
      return Actor.hotline;
    case Status.disputed:
      return arbiterOf(t, rules);
    case Status.calledBack:
      return t.supervisor;
    default:
      return t.lead;
  }
}

/** Until when its owner should act; never absent while the ticket is open, in the past when it should have acted. */
export function actBy(t: Ticket): EpochMs {
  const by = Math.min(t.dispatchBy, t.signBy, t.contactBy, t.arbitrateBy, t.callbackAt, ownDue(t));
  return by === NEVER ? Math.min(t.reviewAt, t.elderCheckAt) : by;
}

function ownDue(t: Ticket): EpochMs {
  return t.status === Status.answered || t.status === Status.calledBack ? NEVER : t.dueAt;
}
