import type { BoardJob } from '../../ports/board-job.ts';
import type { BoardContent, BoardVersion } from '../../ports/board-store.ts';
import type { BoardDeps } from './board-deps.ts';

type Outcome = Pick<BoardJob, 'state' | 'digest' | 'published' | 'same' | 'failure'>;

/** The last step of a job: makes the board visible, or says whether a recomputed one is the same. */
export async function putBoard(
  deps: BoardDeps,
  job: BoardJob,
  content: BoardContent,
  recomputed: BoardVersion | undefined,
): Promise<Outcome> {
  const { digest } = content;
  if (recomputed !== undefined) return { state: 'done', digest, same: digest === recomputed.digest };
  if (job.task === 'refresh') {
    await deps.boards.putLive(content);
    return { state: 'done', digest };
  }
  return publish(deps, job, content);
}

/** Publishes under the next number. Another job's version under it is never replaced. */
async function publish(deps: BoardDeps, job: BoardJob, content: BoardContent): Promise<Outcome> {
  const { board, version: corrected, correction, by } = job;
  const replaced = corrected === undefined ? undefined : await deps.boards.loadVersion(board, corrected);
  const version = (corrected ?? 0) + 1;
  const outcome = await deps.boards.publish({
    ...content,
    version,
    by,
    ...(replaced === undefined || correction === undefined
      ? {}
      : { replaces: { version: replaced.version, digest: replaced.digest, ...correction } }),
  });
  // The write may have got through before: by this very job, interrupted after it.
  const standing = outcome === 'published' ? undefined : await deps.boards.loadVersion(board, version);
  if (standing !== undefined && standing.jobId !== job.id)
    return { state: 'failed', failure: 'ALREADY_PUBLISHED' };
  return { state: 'done', digest: standing?.digest ?? content.digest, published: version };
}
