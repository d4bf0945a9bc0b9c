import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import type { DurationMs, EpochMs } from '../../../functions/core/time.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import type { Stream } from '../../engine/stream.ts';
import type { Faults } from '../chance/faults.ts';
import type { Agenda } from '../engine/agenda.ts';

interface Lag {
  readonly agenda: Agenda;
  readonly faults: Faults;
  readonly stream: Stream;
  readonly mostMs: DurationMs;
}

/**
 * A store whose indexes are behind its items: each write reaches them after a while, and two writes of one item in their
 * order. Kept as a second store that hears of every write late; listings are answered from there.
 */
export function laggingIndexes(store: TicketStore, { agenda, faults, stream, mostMs }: Lag): TicketStore {
  const shown = memoryTicketStore();
  const reachedAt = new Map<string, EpochMs>();
  const show = (item: string, write: () => Promise<unknown>): void => {
    const lagMs = faults.comes('indexLag') ? 1 + stream.below(mostMs) : 0;
    const last = reachedAt.get(item) ?? 0;
    const at = Math.max(last, agenda.now + lagMs);
    reachedAt.set(item, at);
    if (at === agenda.now && last < at) void write();
    else agenda.at(at, () => void write());
  };
  const heard = async <Answer>(
    answer: Promise<Answer>,
    good: Answer,
    item: string,
    again: () => Promise<unknown>,
  ) => {
    const given = await answer;
    if (given === good) show(item, again);
    return given;
  };
  return {
    ...store,
    create: (record) => heard(store.create(record), 'created', record.id, () => shown.create(record)),
    save: (record, rev) => heard(store.save(record, rev), 'saved', record.id, () => shown.save(record, rev)),
    clearOwed: (id, rev, next) =>
      heard(store.clearOwed(id, rev, next), 'saved', id, () => shown.clearOwed(id, rev, next)),
    putView: (view) =>
      heard(store.putView(view), 'written', `${view.ticketId} ${view.unit}`, () => shown.putView(view)),
    createUndertaking: (record) =>
      heard(store.createUndertaking(record), 'created', record.id, () => shown.createUndertaking(record)),
    saveUndertaking: (record, rev) =>
      heard(store.saveUndertaking(record, rev), 'saved', record.id, () => shown.saveUndertaking(record, rev)),
    putListed: (listed) =>
      heard(store.putListed(listed), 'written', `${listed.id} ${listed.list}`, () => shown.putListed(listed)),
    listUndertakings: shown.listUndertakings,
    due: shown.due,
    worklist: shown.worklist,
    near: shown.near,
  };
}
