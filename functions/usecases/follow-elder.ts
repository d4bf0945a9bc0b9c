import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { Rules } from '../core/rules/rules.ts';
import { Actor } from '../core/ticket/actor.ts';
import { advance, decide } from '../core/ticket/decide.ts';
import { Status, type StatusName, statusFacts } from '../core/ticket/status.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import type { EpochMs } from '../core/time.ts';
import type { Deps } from './deps.ts';
import type { Journal } from './journal.ts';

type Fate = { readonly elder: 'open' | 'answered' | 'ended'; readonly at: EpochMs };

/** What has become of an elder ticket, and when. One that is gone has ended by `now`. */
export function fateOf(elder: TicketRecord | undefined, now: EpochMs): Fate {
  if (elder === undefined) return { elder: 'ended', at: now };
  const { status, outcome, answeredAt, closedAt = now } = elder.state;
  if (statusFacts[status as StatusName].type === 'open') {
    return status === 'answered' ? { elder: 'answered', at: answeredAt! } : { elder: 'open', at: now };
  }
  const isAnswered = answeredAt !== undefined && outcome !== 'withdrawn' && outcome !== 'outOfRemit';
  return isAnswered ? { elder: 'answered', at: answeredAt } : { elder: 'ended', at: closedAt };
}

/**
 * Keeps what a ticket has promised up to `now`. A merged ticket sees its elder first: answered or ended at its own time,
 * before any promise of the younger that came later, so that the outcome does not depend on when somebody looks.
 */
export async function keepUp(
  deps: Deps,
  t: Ticket,
  { elderId }: TicketRecord,
  now: EpochMs,
  rules: Rules,
  journal: Journal,
): Promise<void> {
  const seen = (elder: Fate['elder'], at: EpochMs) =>
    decide(t, { type: 'elderSeen', elder, by: Actor.clock }, at, rules, journal);
  if (t.status === Status.merged && elderId !== undefined) {
    const { elder, at } = fateOf(await deps.store.load(elderId), now);
    if (elder !== 'open') seen(elder, Math.max(Math.min(at, now), t.lastAt));
  }
  advance(t, now, rules, journal);
  if (t.nextAt < now && t.nextAt === t.elderCheckAt) seen('open', now);
}
