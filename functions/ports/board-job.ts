import type { EpochMs } from '../core/time.ts';
import type { BoardBefore, BoardKey } from './board-store.ts';

/** Reads of pages and writes of items, as a store counts them. */
export interface StoreCounts {
  readonly reads: number;
  readonly writes: number;
}

/**
 * Work on a board that takes longer than a request (任务): computed unit by unit, interrupted and taken up again where it
 * stood. `asked` fixes what is computed; `rulesHash` and `before` are settled when the work begins.
 */
export interface BoardJob {
  readonly id: string;
  readonly rev: number;
  readonly board: BoardKey;
  readonly task: 'refresh' | 'publish' | 'verify';
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly askedAt: EpochMs;
  readonly by: string;
  /** Rules asked for by their hash, else those of the period. */
  readonly rulesAsked?: string;
  /** `publish`: the version it corrects and why. `verify`: the version to recompute. */
  readonly version?: number;
  readonly correction?: { readonly reason: string; readonly text: string };
  /** Settled at the start. */
  readonly rulesHash?: string;
  readonly startedAt?: EpochMs;
  readonly before?: readonly BoardBefore[];
  /** Progress. */
  readonly unitsDone: number;
  readonly unitsAll: number;
  readonly entries: number;
  readonly counts: StoreCounts;
  readonly endedAt?: EpochMs;
  /** What came of it: the digest, the version published, whether a recomputed board is the same. */
  readonly digest?: string;
  readonly published?: number;
  readonly same?: boolean;
  /** Why it failed: a code of the service's errors. */
  readonly failure?: string;
}
