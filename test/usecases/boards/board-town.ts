import { createHash } from 'node:crypto';
import { memoryBoardStore } from '../../../functions/adapters/memory/memory-board-store.ts';
import { memoryBoardQueue } from '../../../functions/adapters/memory/memory-queues.ts';
import { memoryTicketStore } from '../../../functions/adapters/memory/memory-ticket-store.ts';
import type { LoadedCity } from '../../../functions/adapters/rules/read-city.ts';
import type { CaseEntry, LedgerEntry } from '../../../functions/core/score/ledger-entry.ts';
import type { EpochMs } from '../../../functions/core/time.ts';
import type { BoardJob } from '../../../functions/ports/board-job.ts';
import type { BoardKey, BoardStore, BoardVersion } from '../../../functions/ports/board-store.ts';
import type { TicketStore } from '../../../functions/ports/ticket-store.ts';
import { askBoardJob, type BoardTask } from '../../../functions/usecases/boards/ask-board-job.ts';
import type { BoardDeps } from '../../../functions/usecases/boards/board-deps.ts';
import { runBoardJob } from '../../../functions/usecases/boards/run-board-job.ts';
import type { Caller } from '../../../functions/usecases/caller.ts';
import { beijing } from '../../support/beijing.ts';

export const november: BoardKey = { kind: 'month', period: '2026-11' };
export const december1 = Date.parse('2026-12-01T09:00:00+08:00');
export const cityStaff: Caller = { subject: 'staff-4', unit: '110000', hotline: false };
export const callerOf = (unit: string): Caller => ({ subject: `staff-of-${unit}`, unit, hotline: false });

/** The use cases of boards on memory, with a clock and stores that a test can bend. */
export class BoardTown {
  now: EpochMs = december1;
  readonly tickets: TicketStore = memoryTicketStore();
  readonly boards: BoardStore = memoryBoardStore();
  readonly queue = memoryBoardQueue();
  readonly deps: BoardDeps;
  private ids = 0;

  constructor(city: LoadedCity = beijing()) {
    this.deps = {
      store: this.tickets,
      boards: this.boards,
      queue: this.queue,
      clock: { now: () => this.now },
      city,
      rulesOf: async (hash) => {
        if (hash !== city.rules.hash) throw new Error(`nobody kept the rules ${hash}`);
        return city.rules;
      },
      digest: (text) => createHash('sha256').update(text).digest('hex'),
      newId: () => `id-${++this.ids}`,
    };
  }

  /** The same town with parts of its board store bent. */
  bent(changes: Partial<BoardStore>): BoardDeps {
    return { ...this.deps, boards: { ...this.boards, ...changes } };
  }

  async add(...entries: readonly LedgerEntry[]): Promise<void> {
    for (const entry of entries) await this.tickets.putLedger(entry);
  }

  /** Asks for a job and does it to its end, with workers that have all the time they need. */
  async job(wanted: BoardTask, board: BoardKey = november): Promise<BoardJob> {
    this.ids += 1;
    const asked = { board, wanted, commandId: `job-${this.ids}` };
    const job = await askBoardJob(this.deps, asked, cityStaff);
    if (!job.ok) throw new Error(JSON.stringify(job.error));
    return this.work(job.value.id);
  }

  /** What the queue holds is done, until a job has ended. */
  async work(jobId: string, deps: BoardDeps = this.deps): Promise<BoardJob> {
    for (let n = 0; n < 100; n += 1) {
      this.queue.take();
      const job = await runBoardJob(deps, jobId, {
        stopAt: this.now + 240_000,
        heldUntil: this.now + 300_000,
      });
      if (job?.state === 'done' || job?.state === 'failed') return job;
    }
    throw new Error(`job ${jobId} does not end`);
  }

  async version(number: number, board: BoardKey = november): Promise<BoardVersion> {
    const version = await this.boards.loadVersion(board, number);
    if (version === undefined) throw new Error(`no version ${number}`);
    return version;
  }
}

/** A case of 东华门街道 that is resolved, satisfied and on time unless a test says otherwise. */
export const caseOf = (n: number, changes: Partial<CaseEntry> = {}): CaseEntry => ({
  type: 'case',
  unit: '110101001',
  month: '2026-11',
  id: `${n.toString(16).padStart(32, '0')}.7`,
  at: Date.parse('2026-11-10T10:00:00+08:00') + n,
  ticketId: n.toString(16).padStart(32, '0'),
  kind: 'complaint',
  item: '0101-01',
  tier: 'regular',
  outcome: 'resolved',
  onTime: true,
  responded: 'yes',
  resolved: 'yes',
  satisfied: 'yes',
  reopens: 0,
  ...changes,
});
