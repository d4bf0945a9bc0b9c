import type { EpochMs } from '../../core/time.ts';
import type { BoardJob } from '../../ports/board-job.ts';
import { assembleBoard, storeBoard } from './assemble-board.ts';
import type { BoardDeps } from './board-deps.ts';
import { frozenSource, ledgerSource } from './entry-sources.ts';
import { gatherUnits } from './gather-units.ts';
import { Meter } from './meter.ts';
import { putBoard } from './put-board.ts';
import { type StartedJob, startBoardJob } from './start-board-job.ts';

/** A board is held by another worker, or this one ran out of time: come back then. */
const heldRetrySeconds = 30;

/** The time of one worker. */
export interface WorkTime {
  /** No unit is begun after it: what is done is kept, and the rest is sent again. */
  readonly stopAt: EpochMs;
  /** Nobody else takes the board before. */
  readonly heldUntil: EpochMs;
}

/**
 * Does a job, or goes on with it where it stood. One worker a board at a time; whoever finds it held, or runs out of time,
 * sends the job to its queue again. Nothing is visible before the last write.
 */
export async function runBoardJob(
  deps: BoardDeps,
  jobId: string,
  { stopAt, heldUntil }: WorkTime,
): Promise<BoardJob | undefined> {
  const job = await deps.boards.loadJob(jobId);
  if (job === undefined || job.state === 'done' || job.state === 'failed') return job;
  const token = `${jobId}.${deps.newId()}`;
  if ((await deps.boards.claim(job.board, token, deps.clock.now(), heldUntil)) === 'held') {
    await sendAgain(deps, jobId, heldRetrySeconds);
    return job;
  }
  try {
    const after = await work(deps, job, stopAt);
    // Also one whose first write another has overtaken: it may have been its own, whose answer was lost.
    if (after.state === 'running' || after.state === 'waiting') await sendAgain(deps, jobId, 0);
    return after;
  } finally {
    await deps.boards.release(job.board, token);
  }
}

/** Throws when the queue is down: the message in hand then comes back by itself. */
async function sendAgain({ queue }: BoardDeps, jobId: string, delaySeconds: number): Promise<void> {
  if ((await queue.send(jobId, delaySeconds)) === 'unsent') throw new Error(`job ${jobId} could not be sent`);
}

async function work(deps: BoardDeps, asked: BoardJob, stopAt: EpochMs): Promise<BoardJob> {
  const started = await startBoardJob(deps, asked);
  if (!started.ok) return end(deps, asked, { state: 'failed', failure: started.error.code });
  const meter = new Meter(asked.counts);
  const source = await sourceOf(deps, started.value, meter);
  const { recipe, rules } = started.value;
  let job: BoardJob = { ...started.value.job, unitsAll: source.units.length };
  const save = async (changes: Partial<BoardJob>): Promise<boolean> => {
    const next = { ...job, ...changes, counts: meter.counts(), rev: job.rev + 1 };
    const saved = await deps.boards.saveJob(next, job.rev);
    if (saved === 'saved') job = next;
    return saved === 'saved';
  };
  if (!(await save({}))) return asked;
  const freezes = job.task === 'publish';
  const gathered = await gatherUnits(deps, {
    job,
    recipe,
    source,
    freezes,
    meter,
    stopAt,
    saveProgress: save,
  });
  if (gathered === 'lost' || gathered === 'paused') return job;
  const { units } = gathered;
  const assembled = await assembleBoard(deps, { job, rules, recipe, units, meter });
  const { content } = assembled;
  if (job.task !== 'verify') await storeBoard(deps, assembled, { job, units, meter });
  const outcome = await putBoard(deps, job, content, started.value.version);
  await save({ ...outcome, endedAt: deps.clock.now(), unitsDone: job.unitsAll, entries: content.entries });
  return job;
}

const sourceOf = (deps: BoardDeps, { recipe, job, version }: StartedJob, meter: Meter) =>
  version === undefined
    ? ledgerSource(deps, { board: job.board, recipe, meter })
    : frozenSource(deps, version, meter);

async function end(deps: BoardDeps, job: BoardJob, outcome: Partial<BoardJob>): Promise<BoardJob> {
  const ended = { ...job, ...outcome, endedAt: deps.clock.now(), rev: job.rev + 1 };
  await deps.boards.saveJob(ended, job.rev);
  return ended;
}
