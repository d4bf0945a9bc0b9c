import { createHash } from 'node:crypto';
import { memoryBoardQueue } from '../../../functions/adapters/memory/memory-queues.ts';
import type { LoadedCity } from '../../../functions/adapters/rules/read-city.ts';
import { randomId } from '../../../functions/adapters/system.ts';
import { dayMs } from '../../../functions/core/time.ts';
import type { BoardJob } from '../../../functions/ports/board-job.ts';
import type { BoardKey } from '../../../functions/ports/board-store.ts';
import { askBoardJob } from '../../../functions/usecases/boards/ask-board-job.ts';
import type { BoardDeps } from '../../../functions/usecases/boards/board-deps.ts';
import { runBoardJob } from '../../../functions/usecases/boards/run-board-job.ts';
import type { BenchStore } from './stores.ts';

/** The instant at which all boards of the bench are made: December has begun. */
const now = Date.parse('2026-12-01T09:00:00+08:00');

/** What the use cases of boards need, on a store of the bench. */
export const boardDeps = (city: LoadedCity, { store, boards }: BenchStore): BoardDeps => ({
  ...{ city, store, boards, queue: memoryBoardQueue(), newId: randomId },
  clock: { now: () => now },
  rulesOf: async () => city.rules,
  digest: (text) => createHash('sha256').update(text).digest('hex'),
});

/** Asks for a board and makes it in one go, as the service's function does. Throws when the job fails. */
export async function runBoard(
  deps: BoardDeps,
  board: BoardKey,
  task: 'refresh' | 'publish' | 'verify',
): Promise<BoardJob> {
  const { units } = deps.city.rules;
  const asked = { board, wanted: { task }, commandId: `${board.kind}-${task}` };
  const caller = { subject: 'bench', unit: units.codes[units.city]!, hotline: false };
  const job = await askBoardJob(deps, asked, caller);
  if (!job.ok) throw new Error(JSON.stringify(job.error));
  const done = await runBoardJob(deps, job.value.id, { stopAt: now + dayMs, heldUntil: now + dayMs });
  if (done?.state !== 'done') throw new Error(`the job ended as ${done?.state}: ${done?.failure}`);
  return done;
}
