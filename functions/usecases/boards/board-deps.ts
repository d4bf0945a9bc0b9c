import type { BoardQueue } from '../../ports/board-queue.ts';
import type { BoardStore } from '../../ports/board-store.ts';
import type { TicketStore } from '../../ports/ticket-store.ts';
import type { Deps } from '../deps.ts';

/** What the use cases of boards need. */
export interface BoardDeps extends Pick<Deps, 'clock' | 'city' | 'rulesOf' | 'digest'> {
  readonly store: Pick<TicketStore, 'ledger' | 'putLedger' | 'putRules' | 'loadRules'>;
  readonly boards: BoardStore;
  readonly queue: BoardQueue;
  /** An id nobody else has: tells workers apart. */
  newId(): string;
}
