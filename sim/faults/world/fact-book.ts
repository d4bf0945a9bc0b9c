import type { LoadedCity } from '../../../functions/adapters/rules/read-city.ts';
import type { Publication } from '../../../functions/core/city/publication.ts';
import type { TicketRecord } from '../../../functions/core/record/ticket-record.ts';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import type { EpochMs } from '../../../functions/core/time.ts';
import type { EffectMessage } from '../../../functions/core/undertaking/effect-message.ts';
import type { UndertakingRecord } from '../../../functions/core/undertaking/undertaking-record.ts';
import type { BoardStore, BoardVersion, Ruling } from '../../../functions/ports/board-store.ts';
import type { RulesRegister } from '../../../functions/ports/rules-register.ts';
import type { StoredShared } from '../../../functions/ports/share-store.ts';
import type { StoredRequest, ViewRow } from '../../../functions/ports/stored.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import type { WebhookStore } from '../../../functions/ports/webhook-store.ts';
import type { TicketWrite, UndertakingWrite } from '../../check/checker.ts';
import type {
  Asked,
  Facts,
  HeardEvent,
  PutNote,
  PutSighting,
  RegistrationVersion,
  SentEffect,
  UndertakingVersion,
  Version,
  WatchWrite,
} from '../../check/facts.ts';
import { sha256 } from '../functions/service.ts';

import { listIn } from './list-in.ts';
import { watchedBoards, watchedRegister, watchedWebhooks } from './watched-stores.ts';

/** Writes down what happens in a world, for the checkers. */
export class FactBook implements Facts {
  readonly cities = new Map<string, LoadedCity>();
  readonly asked: Asked[] = [];
  readonly versions = new Map<string, Version[]>();
  readonly undertakings = new Map<string, UndertakingVersion[]>();
  readonly requests = new Map<string, StoredRequest>();
  readonly erasedAt = new Map<string, EpochMs>();
  readonly notes = new Map<string, PutNote[]>();
  readonly views = new Map<string, ViewRow[]>();
  readonly ledger = new Map<string, LedgerEntry>();
  readonly ledgerPutAt = new Map<string, EpochMs>();
  readonly sightings: PutSighting[] = [];
  readonly watched: WatchWrite[] = [];
  readonly publications: { readonly publication: Publication; readonly at: EpochMs }[] = [];
  readonly shared = new Map<string, StoredShared[]>();
  readonly registrations = new Map<string, RegistrationVersion[]>();
  readonly rulings: Ruling[] = [];
  readonly sent = new Map<string, SentEffect[]>();
  readonly boards: BoardVersion[] = [];
  readonly emitted: string[] = [];
  readonly unexplained: string[] = [];
  heard: readonly HeardEvent[] = [];
  gone: ReadonlySet<string> = new Set();
  deadLetters: readonly string[] = [];
  stripped: readonly string[] = [];
  repairedAt: EpochMs = Number.POSITIVE_INFINITY;
  settledAt: EpochMs = Number.POSITIVE_INFINITY;
  quietUntil: EpochMs = Number.POSITIVE_INFINITY;
  endedAt: EpochMs = Number.POSITIVE_INFINITY;
  readonly skewMaxMs: number;
  readonly lagMaxMs: number;
  readonly onlyQueuesFail: boolean;
  readonly digest = sha256;
  readonly store: TicketStore;
  readonly boardStore: BoardStore;
  readonly webhooks: WebhookStore;
  readonly register: RulesRegister;
  readonly now: () => EpochMs;
  private readonly onWrite: (write: TicketWrite) => void;
  private readonly onUndertaking: (write: UndertakingWrite) => void;

  constructor(given: {
    skewMaxMs: number;
    lagMaxMs: number;
    onlyQueuesFail: boolean;
    store: TicketStore;
    boardStore: BoardStore;
    webhooks: WebhookStore;
    register: RulesRegister;
    now: () => EpochMs;
    onWrite: (write: TicketWrite) => void;
    onUndertaking: (write: UndertakingWrite) => void;
  }) {
    this.skewMaxMs = given.skewMaxMs;
    this.lagMaxMs = given.lagMaxMs;
    this.onlyQueuesFail = given.onlyQueuesFail;
    this.now = given.now;
    this.onWrite = given.onWrite;
    this.onUndertaking = given.onUndertaking;
    this.store = this.watchTickets(given.store);
    this.boardStore = watchedBoards(given.boardStore, this);
    this.register = watchedRegister(given.register, this);
    this.webhooks = watchedWebhooks(given.webhooks, this);
  }

  /** Notes an effect message that has arrived in its queue. */
  effectArrived(effect: EffectMessage): void {
    listIn(this.sent, effect.id).push({ effect, at: this.now() });
  }

  private wrote(record: TicketRecord): void {
    const versions = listIn(this.versions, record.id);
    const before = versions.at(-1)?.record;
    const at = this.now();
    versions.push({ record, at });
    this.onWrite({ before, after: record, at });
  }

  private undertook(record: UndertakingRecord): void {
    const versions = listIn(this.undertakings, record.id);
    const before = versions.at(-1)?.record;
    const at = this.now();
    versions.push({ record, at });
    this.onUndertaking({ before, after: record, at });
  }

  private watchTickets(store: TicketStore): TicketStore {
    return {
      ...store,
      putRequest: async (request) => {
        const put = await store.putRequest(request);
        if (put.isNew) this.requests.set(request.ticketId, request);
        return put;
      },
      eraseRequest: async (ticketId, at) => {
        const isErased = await store.eraseRequest(ticketId, at);
        if (isErased && !this.erasedAt.has(ticketId)) this.erasedAt.set(ticketId, at);
        return isErased;
      },
      create: async (record) => {
        const created = await store.create(record);
        if (created === 'created') this.wrote(record);
        return created;
      },
      save: async (record, rev) => {
        const saved = await store.save(record, rev);
        if (saved === 'saved') this.wrote(record);
        return saved;
      },
      clearOwed: async (ticketId, rev, next) => {
        const saved = await store.clearOwed(ticketId, rev, next);
        if (saved !== 'saved') return saved;
        const { wakeAt: _, ...rest } = this.versions.get(ticketId)!.at(-1)!.record;
        this.wrote({ ...rest, ...next });
        return saved;
      },
      createUndertaking: async (record) => {
        const created = await store.createUndertaking(record);
        if (created === 'created') this.undertook(record);
        return created;
      },
      saveUndertaking: async (record, rev) => {
        const saved = await store.saveUndertaking(record, rev);
        if (saved === 'saved') this.undertook(record);
        return saved;
      },
      putView: async (view) => {
        listIn(this.views, `${view.ticketId} ${view.unit}`).push(view);
        return store.putView(view);
      },
      addNote: async (note) => {
        listIn(this.notes, note.ticketId).push({ note, at: this.now() });
        return store.addNote(note);
      },
      putShared: async (shared, rev) => {
        const saved = await store.putShared(shared, rev);
        if (saved === 'saved') listIn(this.shared, shared.id).push(shared);
        return saved;
      },
      putSighting: async (sighting) => {
        const put = await store.putSighting(sighting);
        if (put === 'stored') this.sightings.push({ sighting, at: this.now() });
        return put;
      },
      saveCityWatch: async (watch, rev) => {
        const saved = await store.saveCityWatch(watch, rev);
        if (saved === 'saved')
          this.watched.push({ item: undefined, watch: structuredClone(watch), at: this.now() });
        return saved;
      },
      saveItemWatch: async (item, watch, rev) => {
        const saved = await store.saveItemWatch(item, watch, rev);
        if (saved === 'saved') this.watched.push({ item, watch: structuredClone(watch), at: this.now() });
        return saved;
      },
      putLedger: async (entry) => {
        const put = await store.putLedger(entry);
        const key = `${entry.unit} ${entry.month} ${entry.id}`;
        if (put === 'stored') {
          this.ledger.set(key, entry);
          this.ledgerPutAt.set(key, this.now());
        }
        return put;
      },
    };
  }
}
