import { noUnit } from '../../functions/core/rules/unit-table.ts';
import { Answer, Outcome } from '../../functions/core/ticket/kinds.ts';
import type { Ticket } from '../../functions/core/ticket/ticket.ts';
import { NEVER } from '../../functions/core/time.ts';
import { chargedUnit } from './charged-unit.ts';
import type { City } from './city.ts';
import { Count } from './city-tallies.ts';
import { ContactFlag } from './contact.ts';
import { Live, LiveFlag, liveWidth } from './live-tickets.ts';
import { planAgain } from './matters-again.ts';
import { dropEvent, noteOverdue } from './ticket-plan.ts';

/** A ticket has ended: counts it for its unit and its month, lets an unhappy citizen come again, frees its row. */
export function finish(city: City, row: number, t: Ticket): void {
  const { live, boards, tallies, now } = city;
  noteOverdue(city, row, t);
  city.early?.ended(t);
  city.closedOn[city.dayOf(now)]! += 1;
  const onTime = t.overdueAt === NEVER && !t.wasLate;
  if (t.lead !== noUnit) {
    const { flags } = boards;
    flags.outcome = t.outcome;
    flags.onTime = onTime;
    flags.responded = t.responded;
    flags.resolved = t.resolved;
    flags.satisfied = t.satisfied;
    boards.addCase(t.lead, t.item, t.kind, chargedUnit(t, now, city.rules));
    tallies.ended.add(t.lead, now);
    if (onTime) tallies.onTime.add(t.lead, now);
  }
  if (city.isMeasured) count(city, row, t, onTime);
  if (t.outcome === Outcome.unresolved) planAgain(city, row, t);
  if (live.words[row * liveWidth + Live.event] !== -1) dropEvent(city, row);
  live.words[row * liveWidth + Live.number] = 0;
  live.give(row);
}

function count({ tallies, live }: City, row: number, t: Ticket, onTime: boolean): void {
  const { counts } = tallies;
  const flags = live.words[row * liveWidth + Live.flags]!;
  counts[Count.closed]! += 1;
  tallies.tierEnded[t.tier]! += 1;
  if (onTime) {
    counts[Count.onTime]! += 1;
    tallies.tierOnTime[t.tier]! += 1;
  }
  if (t.signLate) counts[Count.signLate]! += 1;
  if (t.contactLate) counts[Count.contactLate]! += 1;
  if (t.reopens > 0) counts[Count.reopened]! += 1;
  if (t.supervisor !== noUnit) counts[Count.supervised]! += 1;
  if ((flags & LiveFlag.disputed) !== 0) counts[Count.disputed]! += 1;
  if ((flags & LiveFlag.transferred) !== 0) counts[Count.transferred]! += 1;
  if ((flags & LiveFlag.extended) !== 0) counts[Count.extended]! += 1;
  if ((flags & LiveFlag.whistled) !== 0) counts[Count.whistled]! += 1;
  if ((flags & ContactFlag.afterFailure) !== 0) counts[Count.afterFailure]! += 1;
  answered(counts, Count.respondedBase, t.responded);
  answered(counts, Count.resolvedBase, t.resolved);
  answered(counts, Count.satisfiedBase, t.satisfied);
}

/** The count of those who said yes stands after the base. */
function answered(counts: Float64Array, base: number, said: Answer): void {
  if (said === Answer.unknown) return;
  counts[base]! += 1;
  if (said === Answer.yes) counts[base + 1]! += 1;
}
