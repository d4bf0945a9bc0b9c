import type { EpochMs } from '../core/time.ts';
import type { UndertakingRecord } from '../core/undertaking/undertaking-record.ts';
import type { Page, PageRequest } from './page.ts';

/** Whether an undertaking stands in a list, as of a revision. */
export interface Listed {
  readonly id: string;
  readonly list: string;
  readonly rev: number;
  readonly openedAt: EpochMs;
  readonly isListed: boolean;
}

/**
 * Where undertakings live: in the same wake and worklist indexes as tickets. A write states the revision it expects; a lost
 * race is a value.
 */
export interface UndertakingStore {
  createUndertaking(record: UndertakingRecord): Promise<'created' | 'exists'>;
  /** Strongly consistent. Throws `NewerFormat` on a record this code is too old for. */
  loadUndertaking(id: string): Promise<UndertakingRecord | undefined>;
  /** Writes `record` if the stored revision is still `expectedRev`. */
  saveUndertaking(record: UndertakingRecord, expectedRev: number): Promise<'saved' | 'stale'>;
  /** Puts an undertaking into a list or takes it out, unless a later revision has said so already. */
  putListed(listed: Listed): Promise<'written' | 'older'>;
  /** The undertakings of a list, latest opened first. Eventually consistent. */
  listUndertakings(list: string, page: PageRequest): Promise<Page<UndertakingRecord>>;
}
