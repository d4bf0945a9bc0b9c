import type { LoadedCity } from '../../../functions/adapters/rules/read-city.ts';
import type { TicketRecord } from '../../../functions/core/record/ticket-record.ts';
import type { LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import type { EpochMs } from '../../../functions/core/time.ts';
import type { UndertakingRecord } from '../../../functions/core/undertaking/undertaking-record.ts';
import type { BoardStore, BoardVersion } from '../../../functions/ports/board-store.ts';
import type { StoredRequest, ViewRow } from '../../../functions/ports/stored.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import type {
  Asked,
  Facts,
  HeardEvent,
  PutNote,
  PutSighting,
  RegistrationVersion,
  SentEffect,
} from '../../check/facts.ts';
import { sha256 } from '../../faults/functions/service.ts';
import { Revisions } from './revisions.ts';

const never: EpochMs = Number.POSITIVE_INFINITY;

/** What happened in a soak, for the checkers: what was asked, what the servers did, what receivers heard. */
export class SoakBook implements Facts {
  readonly cities: ReadonlyMap<string, LoadedCity>;
  /** Host, servers and this book go by the clock of one machine. */
  readonly skewMaxMs = 0;
  readonly lagMaxMs = 0;
  readonly onlyQueuesFail = false;
  readonly asked: Asked[] = [];
  readonly tickets = new Revisions<TicketRecord>();
  readonly matters = new Revisions<UndertakingRecord>();
  readonly requests = new Map<string, StoredRequest>();
  readonly erasedAt = new Map<string, EpochMs>();
  readonly notes = new Map<string, PutNote[]>();
  readonly views = new Map<string, ViewRow[]>();
  readonly ledger = new Map<string, LedgerEntry>();
  readonly ledgerPutAt = new Map<string, EpochMs>();
  readonly sightings: PutSighting[] = [];
  readonly registrations = new Map<string, RegistrationVersion[]>();
  /** Nobody publishes rules, shares, rules on cases or watches anything here: simulated worlds hold those. */
  readonly watched = [];
  readonly publications = [];
  readonly shared = new Map<string, never>();
  readonly rulings = [];
  readonly digest = sha256;
  readonly sent = new Map<string, SentEffect[]>();
  readonly boards: BoardVersion[] = [];
  readonly gone = new Set<string>();
  readonly unexplained: string[] = [];
  readonly stripped: readonly string[] = [];
  heard: readonly HeardEvent[] = [];
  deadLetters: readonly string[] = [];
  emitted: readonly string[] = [];
  repairedAt: EpochMs = never;
  settledAt: EpochMs = never;
  quietUntil: EpochMs = never;
  endedAt: EpochMs = never;
  store: TicketStore;
  boardStore: BoardStore;

  constructor(city: LoadedCity, stores: { readonly tickets: TicketStore; readonly boards: BoardStore }) {
    this.cities = new Map([[city.rules.hash, city]]);
    this.store = stores.tickets;
    this.boardStore = stores.boards;
  }

  get versions() {
    return this.tickets.byId;
  }

  get undertakings() {
    return this.matters.byId;
  }
}
