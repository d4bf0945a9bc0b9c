import { type EpochMs, NEVER } from '../time.ts';
import type { Ticket } from './ticket.ts';

/** The earliest thing a ticket has promised and not yet done; `NEVER` once it has ended. */
function nextPromiseAt(t: Ticket): EpochMs {
  const at = nextOwnPromiseAt(t);
  return t.elderCheckAt < at ? t.elderCheckAt : at;
}

/** Points `nextAt` at the earliest promise. In place: V8 boxes a number that a call hands back. */
export function aimNext(t: Ticket): void {
  t.nextAt = nextPromiseAt(t);
}

/** As {@link nextPromiseAt}, without the look at an elder ticket, which needs that ticket. */
export function nextOwnPromiseAt(t: Ticket): EpochMs {
  let at = t.rungAt;
  if (!t.dispatchLate && t.dispatchBy < at) at = t.dispatchBy;
  if (!t.signLate && t.signBy < at) at = t.signBy;
  if (!t.contactLate && t.contactBy < at) at = t.contactBy;
  if (!t.arbitrationLate && t.arbitrateBy < at) at = t.arbitrateBy;
  if (t.callbackAt < at) at = t.callbackAt;
  if (t.reviewAt < at) at = t.reviewAt;
  if (t.otherAt < at) at = t.otherAt;
  if (t.countAt < at) at = t.countAt;
  return at;
}

/** When to look at the ticket: the ms after its next promise, because a limit is passed only after it. */
export function wakeAt(t: Ticket): EpochMs {
  return t.nextAt === NEVER ? NEVER : t.nextAt + 1;
}
