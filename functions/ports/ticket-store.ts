import type { TicketRecord } from '../core/record/ticket-record.ts';
import type { LedgerEntry } from '../core/score/ledger-entry.ts';
import type { EpochMs } from '../core/time.ts';
import type { MemberStore } from './member-store.ts';
import type { Page, PageRequest } from './page.ts';
import type { ShareStore } from './share-store.ts';
import type { Note, StoredRequest, ViewRow, WorklistRow } from './stored.ts';
import type { UndertakingStore } from './undertaking-store.ts';
import type { WatchStore } from './watch-store.ts';

/**
 * Where tickets live. Every write states what it expects to find; a lost race is a value. Anything the server itself
 * could not do (throttled, unreachable) is thrown and answered 503 by the host.
 */
export interface TicketStore extends ShareStore, UndertakingStore, MemberStore, WatchStore {
  /** Writes the request if its id is new: the gate of idempotent intake. Else answers with the one that is there. */
  putRequest(request: StoredRequest): Promise<{ readonly stored: StoredRequest; readonly isNew: boolean }>;
  loadRequest(ticketId: string): Promise<StoredRequest | undefined>;
  /** Removes the citizen's contact and text for good; the notes are erased one by one. False when there is no such request. */
  eraseRequest(ticketId: string, at: EpochMs): Promise<boolean>;
  /** Writes the first revision. `exists` when the ticket is already there. */
  create(record: TicketRecord): Promise<'created' | 'exists'>;
  /** Strongly consistent. Throws `NewerFormat` on a record this code is too old for. */
  load(ticketId: string): Promise<TicketRecord | undefined>;
  /** Writes `record` if the stored revision is still `expectedRev`. */
  save(record: TicketRecord, expectedRev: number): Promise<'saved' | 'stale'>;
  /** The clearing write: what is still owed, when to wake and the new revision, if the revision is `expectedRev`. */
  clearOwed(
    ticketId: string,
    expectedRev: number,
    next: Pick<TicketRecord, 'rev' | 'owed' | 'wakeAt'>,
  ): Promise<'saved' | 'stale'>;
  /** Tickets of one wake shard with `wakeAt <= until`, earliest first. Eventually consistent. */
  due(shard: number, until: EpochMs, page: PageRequest): Promise<Page<{ ticketId: string; wakeAt: EpochMs }>>;
  /** What `owner` (a unit's code or `hotline`) has to do, by `actBy`. Eventually consistent. */
  worklist(owner: string, page: PageRequest): Promise<Page<WorklistRow>>;
  /** Writes a helper's or summoned unit's row unless a later revision is there; `actBy` absent: not on the list. */
  putView(view: ViewRow): Promise<'written' | 'older'>;
  /** Tickets of one item at one place since an instant, latest first. Eventually consistent. */
  near(place: string, item: string, since: EpochMs, page: PageRequest): Promise<Page<WorklistRow>>;
  addNote(note: Note): Promise<void>;
  notes(ticketId: string, page: PageRequest): Promise<Page<Note>>;
  /** Removes a note for good; one that is not there is gone already. */
  eraseNote(note: Pick<Note, 'ticketId' | 'at' | 'id'>): Promise<void>;
  /** Puts a line of the ledger once; an entry that is there is never changed. */
  putLedger(entry: LedgerEntry): Promise<'stored' | 'exists'>;
  /** A unit's entries of a month, by id; with a prefix only those whose ids begin with it. */
  ledger(unit: string, month: string, page: PageRequest, idPrefix?: string): Promise<Page<LedgerEntry>>;
  /** The sources of a set of rules, kept for ever under their hash. */
  putRules(hash: string, sources: string): Promise<void>;
  loadRules(hash: string): Promise<string | undefined>;
}

/** Wake index partitions. A constant: changing it would lose sight of tickets already in the index. */
export const wakeShards = 16;
