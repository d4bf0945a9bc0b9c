import type { LoadedCity } from '../../functions/adapters/rules/read-city.ts';
import type { Publication } from '../../functions/core/city/publication.ts';
import type { CityWatch, ItemWatch } from '../../functions/core/early/watch/watch-state.ts';
import type { TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { LedgerEntry } from '../../functions/core/score/ledger-entry.ts';
import type { DurationMs, EpochMs } from '../../functions/core/time.ts';
import type { EffectMessage } from '../../functions/core/undertaking/effect-message.ts';
import type { UndertakingRecord } from '../../functions/core/undertaking/undertaking-record.ts';
import type { Registration } from '../../functions/core/webhooks/registration.ts';
import type { OperationId } from '../../functions/http/routes.ts';
import type { BoardStore, BoardVersion, Ruling } from '../../functions/ports/board-store.ts';
import type { StoredShared } from '../../functions/ports/share-store.ts';
import type { Note, StoredRequest, ViewRow } from '../../functions/ports/stored.ts';
import type { TicketStore } from '../../functions/ports/ticket-store.ts';
import type { Sighting } from '../../functions/ports/watch-store.ts';
import type { Caller } from '../../functions/usecases/caller.ts';

/** What a client asked of the service, as often as it did, and what it was told. */
export interface Asked {
  readonly n: number;
  readonly operationId: OperationId;
  readonly caller: Caller;
  /** The `Idempotency-Key`; of a submission the source's own key. */
  readonly key: string;
  readonly ticketId: string | undefined;
  readonly path: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | undefined;
  /** The id the service remembers a command by. */
  readonly commandId: string;
  attempts: number;
  /** What the client was told for good; absent while it cannot know. */
  answer?: { readonly status: number; readonly body: unknown; readonly at: EpochMs };
  /** The client has given up without knowing. */
  isAbandoned: boolean;
}

/** One revision of a stored ticket, at the true time it was written. */
export interface Version {
  readonly record: TicketRecord;
  readonly at: EpochMs;
}

/** One revision of a stored undertaking, at the true time it was written. */
export interface UndertakingVersion {
  readonly record: UndertakingRecord;
  readonly at: EpochMs;
}

/** An effect message as it arrived in the queue. */
export interface SentEffect {
  readonly effect: EffectMessage;
  readonly at: EpochMs;
}

/** A note as it was put, at the true time. */
export interface PutNote {
  readonly note: Note;
  readonly at: EpochMs;
}

/** A sighting at the true time it was put. */
export interface PutSighting {
  readonly sighting: Sighting;
  readonly at: EpochMs;
}

/** A write of the watch of an item, or of the city where there is none. */
export interface WatchWrite {
  readonly item: string | undefined;
  readonly watch: CityWatch | ItemWatch;
  readonly at: EpochMs;
}

/** An event as a receiver heard it. */
export interface HeardEvent {
  readonly registrationId: string;
  readonly effect: EffectMessage;
  /** When it was posted, and when it arrived. */
  readonly postedAt: EpochMs;
  readonly at: EpochMs;
  /** The secrets that signed it. */
  readonly secrets: readonly string[];
}

/** A receiver of events as it was written, or its removal, at the true time. */
export interface RegistrationVersion {
  readonly registration: (Registration & { readonly rev: number }) | undefined;
  readonly at: EpochMs;
}

/** All that really happened in a simulated world: what checkers hold the promises against. */
export interface Facts {
  readonly cities: ReadonlyMap<string, LoadedCity>;
  /** Clocks are off by this much at most. */
  readonly skewMaxMs: DurationMs;
  /** Indexes are behind by this much at most. */
  readonly lagMaxMs: DurationMs;
  /** Only queues, indexes and the ways to clients and receivers fail: promises are late by a sweep at most, all the time. */
  readonly onlyQueuesFail: boolean;
  readonly asked: readonly Asked[];
  readonly versions: ReadonlyMap<string, readonly Version[]>;
  /** Undertakings beside tickets: every revision, oldest first. */
  readonly undertakings: ReadonlyMap<string, readonly UndertakingVersion[]>;
  readonly requests: ReadonlyMap<string, StoredRequest>;
  readonly erasedAt: ReadonlyMap<string, EpochMs>;
  readonly notes: ReadonlyMap<string, readonly PutNote[]>;
  /** Each put of a row, by ticket and unit, in order. */
  readonly views: ReadonlyMap<string, readonly ViewRow[]>;
  /** Entries of the ledger by unit, month and id, and when each was put. */
  readonly ledger: ReadonlyMap<string, LedgerEntry>;
  readonly ledgerPutAt: ReadonlyMap<string, EpochMs>;
  /** Sightings as they were put, each once, and the writes of the watch over them, in their order. */
  readonly sightings: readonly PutSighting[];
  readonly watched: readonly WatchWrite[];
  /** Publications of rules, in their order, at the true time each was put. */
  readonly publications: readonly { readonly publication: Publication; readonly at: EpochMs }[];
  /** Lines of the three lists: every revision, oldest first. */
  readonly shared: ReadonlyMap<string, readonly StoredShared[]>;
  /** Receivers of events: every revision, oldest first, the last one `undefined` once it is removed. */
  readonly registrations: ReadonlyMap<string, readonly RegistrationVersion[]>;
  /** Rulings, points and ratings as they were put, each once. */
  readonly rulings: readonly Ruling[];
  readonly sent: ReadonlyMap<string, readonly SentEffect[]>;
  readonly heard: readonly HeardEvent[];
  readonly gone: ReadonlySet<string>;
  /** Bodies of messages that lie among the dead letters. */
  readonly deadLetters: readonly string[];
  readonly boards: readonly BoardVersion[];
  /** Texts of all that left the service: messages, log lines, answers' headers. */
  readonly emitted: readonly string[];
  /** What no fault explains: exceptions of the code itself. */
  readonly unexplained: readonly string[];
  /** What has a newer format and older code has written over. */
  readonly stripped: readonly string[];
  /** When the world was repaired, when all that was late must have been done, and until when promises were kept by the second. */
  readonly repairedAt: EpochMs;
  readonly settledAt: EpochMs;
  readonly quietUntil: EpochMs;
  /** When it was looked at for the last time. */
  readonly endedAt: EpochMs;
  /** The digest that names things, as the service has it. */
  readonly digest: (text: string) => string;
  readonly store: TicketStore;
  readonly boardStore: BoardStore;
}

/** What a checker found wrong. */
export interface Violation {
  readonly checker: string;
  readonly phase: 'safety' | 'liveness' | 'crash';
  readonly what: string;
}
