import type { Result } from '../../core/result.ts';
import type { BoardJob } from '../../ports/board-job.ts';
import type { NotFound } from '../errors.ts';
import type { BoardDeps } from './board-deps.ts';
import { found } from './find-board.ts';

/** How far a job is, and what came of it. */
export const readBoardJob = async (
  { boards }: BoardDeps,
  jobId: string,
): Promise<Result<BoardJob, NotFound>> => found(await boards.loadJob(jobId));
