import type { TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import { sightingId } from '../../functions/usecases/early/warnings/sighting.ts';
import type { EffectAccount } from './effect-account.ts';

/** Writes and reads of a store by what they were, and writes that lost a race. */
export type StoreCounts = {
  request: number;
  create: number;
  save: number;
  clear: number;
  note: number;
  view: number;
  ledger: number;
  sighting: number;
  rules: number;
  lost: number;
  load: number;
};

export type WatchedStore = {
  readonly store: TicketStore;
  readonly counts: StoreCounts;
};

/**
 * The same store, watched: `onWake` hears of every wake-up time that was written (undefined: none left), the account
 * of every effect owed, of every scored case and every sighting stored, and every write is counted.
 */
export const watchStore = (
  inner: TicketStore,
  account: EffectAccount,
  onWake: (ticketId: string, wakeAt: EpochMs | undefined) => void,
): WatchedStore => {
  const counts: StoreCounts = {
    request: 0,
    create: 0,
    save: 0,
    clear: 0,
    note: 0,
    view: 0,
    ledger: 0,
    sighting: 0,
    rules: 0,
    lost: 0,
    load: 0,
  };
  const wrote = (record: TicketRecord) => {
    account.owe(record);
    onWake(record.id, record.wakeAt);
  };
  const store: TicketStore = {
    ...inner,
    putRequest: (request) => {
      counts.request += 1;
      return inner.putRequest(request);
    },
    async create(record) {
      const outcome = await inner.create(record);
      counts.create += 1;
      if (outcome === 'created') wrote(record);
      else counts.lost += 1;
      return outcome;
    },
    async save(record, expectedRev) {
      const outcome = await inner.save(record, expectedRev);
      counts.save += 1;
      if (outcome === 'saved') wrote(record);
      else counts.lost += 1;
      return outcome;
    },
    async clearOwed(ticketId, expectedRev, next) {
      const outcome = await inner.clearOwed(ticketId, expectedRev, next);
      counts.clear += 1;
      if (outcome === 'saved') onWake(ticketId, next.wakeAt);
      else counts.lost += 1;
      return outcome;
    },
    load: (ticketId) => {
      counts.load += 1;
      return inner.load(ticketId);
    },
    addNote: (note) => {
      counts.note += 1;
      return inner.addNote(note);
    },
    putView: (view) => {
      counts.view += 1;
      return inner.putView(view);
    },
    async putLedger(entry) {
      const outcome = await inner.putLedger(entry);
      counts.ledger += 1;
      if (outcome === 'stored') account.arrive(entry.id);
      return outcome;
    },
    async putSighting(sighting) {
      const outcome = await inner.putSighting(sighting);
      counts.sighting += 1;
      if (outcome === 'stored') account.arrive(sightingId(sighting.ticketId));
      return outcome;
    },
    putRules: (hash, sources) => {
      counts.rules += 1;
      return inner.putRules(hash, sources);
    },
  };
  return { store, counts };
};
