import type { OwedEffect, TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { EffectMessage } from '../../functions/core/undertaking/effect-message.ts';
import { type Checker, standing } from './checker.ts';
import type { Facts } from './facts.ts';
import { liveAgain } from './live-again.ts';

/** Each effect of each version is owed until it is sent, once by id, and says what was true then. */
export const effectsOwed: Checker = {
  name: 'effects-owed',
  promise: 'each effect of each version is sent or owed, once by id',
  phase: 'safety',
  onWrite: ({ before, after }, facts) => {
    const ids = new Set(after.owed.map(({ id }) => id));
    const twice = ids.size === after.owed.length ? [] : [`${after.id} owes an effect twice`];
    const dropped = (before?.owed ?? []).filter(({ id }) => !ids.has(id));
    return [
      ...twice,
      ...dropped
        .filter((effect) => !isSent(effect, facts))
        .map(({ id, kind, event }) => `${id} (${kind}, ${event}) is owed no more and was never sent`),
    ];
  },
  onUndertaking: ({ before, after }, facts) => {
    const ids = new Set(after.owed.map(({ id }) => id));
    return (before?.owed ?? [])
      .filter(({ id }) => !ids.has(id) && !facts.sent.has(id))
      .map(({ id, event }) => `${id} (${event}) is owed no more and was never sent`);
  },
  atEnd: (facts) => standing(facts).flatMap((record) => differences(record, facts)),
};

function isSent({ id, kind, ticketId, to, rev }: OwedEffect, facts: Facts): boolean {
  if (kind === 'ledger')
    return [...facts.ledger.values()].some((entry) => entry.id === id && entry.unit === to);
  if (kind === 'sighting') return facts.sightings.some(({ sighting }) => sighting.ticketId === ticketId);
  if (kind !== 'view') return facts.sent.has(id);
  return (facts.views.get(`${ticketId} ${to}`) ?? []).some((view) => view.rev >= rev);
}

/** What was sent or is owed beside what the rules owe in such a life. */
function differences(record: TicketRecord, facts: Facts): readonly string[] {
  const life = liveAgain(record, facts);
  const owed = new Map(record.owed.map((effect) => [effect.id, effect]));
  // What the watch is told of is not numbered with the ticket's own effects.
  const numbered = life.effects.filter(({ kind }) => kind !== 'sighting').slice(0, record.state.effects);
  return numbered.flatMap((expected) => {
    const { id, kind } = expected;
    const copies = [owed.get(id), ...(facts.sent.get(id) ?? []).map(({ effect }) => effect)];
    const known = copies.filter((effect) => effect !== undefined);
    const altered = known.find((effect) => told(effect) !== told(expected));
    if (altered !== undefined) return [`${id} says ${told(altered)}, not ${told(expected)}`];
    const isThere = known.length > 0 || ((kind === 'view' || kind === 'ledger') && isSent(expected, facts));
    return isThere ? [] : [`${id} (${kind}, ${expected.event}) is neither owed nor sent`];
  });
}

/** All but the revision and the request's own id, which a life lived again cannot know. */
function told(effect: EffectMessage): string {
  const { rev: _, correlationId: __, ...rest } = effect;
  return JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));
}
