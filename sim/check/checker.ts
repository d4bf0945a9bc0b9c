import type { TicketRecord } from '../../functions/core/record/ticket-record.ts';
import type { EpochMs } from '../../functions/core/time.ts';
import type { UndertakingRecord } from '../../functions/core/undertaking/undertaking-record.ts';
import type { Facts, Version } from './facts.ts';

/** A write of a ticket at the moment it is done, with what stood there before. */
export interface TicketWrite {
  readonly before: TicketRecord | undefined;
  readonly after: TicketRecord;
  readonly at: EpochMs;
}

/** A write of an undertaking at the moment it is done. */
export interface UndertakingWrite {
  readonly before: UndertakingRecord | undefined;
  readonly after: UndertakingRecord;
  readonly at: EpochMs;
}

/**
 * Holds one promise. What it finds is a sentence each; an empty list is a promise kept. `onWrite` sees every write of a
 * ticket as it is done; `atRest` sees the world one sweep after its repair; `atEnd` when every message has been
 * worked on.
 */
export interface Checker {
  readonly name: string;
  /** What is held, for people. */
  readonly promise: string;
  readonly phase: 'safety' | 'liveness' | 'crash';
  readonly onWrite?: (write: TicketWrite, facts: Facts) => readonly string[];
  readonly onUndertaking?: (write: UndertakingWrite, facts: Facts) => readonly string[];
  readonly atRest?: (facts: Facts) => readonly string[];
  readonly atEnd?: (facts: Facts) => readonly string[] | Promise<readonly string[]>;
}

/** The tickets of a world as they stand. */
export const standing = (facts: Facts): readonly TicketRecord[] =>
  [...facts.versions.values()].map((versions) => (versions.at(-1) as Version).record);
