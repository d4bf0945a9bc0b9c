import { hourOf } from '../../../core/early/watch/hour-of.ts';
import type { OwedEffect, TicketRecord } from '../../../core/record/ticket-record.ts';
import type { TicketState } from '../../../core/record/ticket-state.ts';
import type { Rules } from '../../../core/rules/rules.ts';
import { hasCitizen, requestKinds } from '../../../core/ticket/kinds.ts';
import { type DurationMs, dayMs, type EpochMs } from '../../../core/time.ts';
import type { Sighting } from '../../../ports/watch-store.ts';

/** Sightings are learnt from within days; after this long they go. */
const keptMs: DurationMs = 35 * dayMs;

/** Owed where a ticket has no place; else the effect is owed to the place. */
const nowhere = 'hotline';

/** The id of the one sighting a ticket ever owes. */
export const sightingId = (ticketId: string): string => `${ticketId}.sighting`;

/**
 * What a ticket owes the watch: word that a citizen asked about its item, in the hour in which the item became known. Once
 * a ticket, for an item never becomes unknown again. Old cases and findings without a citizen are no sign of a surge.
 */
export function owedSighting(
  { id: ticketId, rev }: { readonly id: string; readonly rev: number },
  before: TicketRecord | undefined,
  { item, place, kind, backlog, status, tier }: TicketState,
  now: EpochMs,
  rules: Rules,
): OwedEffect[] {
  if (rules.early.warning === undefined || item === undefined || before?.state.item !== undefined) return [];
  if (backlog || !hasCitizen(requestKinds.indexOf(kind))) return [];
  return [
    {
      id: sightingId(ticketId),
      kind: 'sighting',
      to: place ?? nowhere,
      event: 'submitted',
      at: now,
      rule: 'early.warning',
      ticketId,
      rev,
      status,
      tier,
      item,
      overdue: false,
    },
  ];
}

/** The sighting an owed effect stands for: the same however late and however often it is put. */
export const sightingOf = ({ at, to, item, ticketId }: OwedEffect, rules: Rules): Sighting => ({
  hour: hourOf(at, rules),
  item: item!,
  ...(to === nowhere ? {} : { place: to }),
  ticketId,
  expiresAt: at + keptMs,
});
