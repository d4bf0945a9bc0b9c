import { err, ok, type Result } from '../../core/result.ts';
import type { BoardJob } from '../../ports/board-job.ts';
import type { BoardKey } from '../../ports/board-store.ts';
import type { Caller } from '../caller.ts';
import type { BoardDeps } from './board-deps.ts';
import { type AskError, notBegun } from './board-errors.ts';
import { hasBegun } from './board-period.ts';
import { chooseRules } from './choose-rules.ts';
import { latestVersion } from './latest-version.ts';
import { recipeOf } from './recipe.ts';

/** Why a published board is replaced (更正原因). */
export const correctionReasons = ['ruling', 'lateEntries', 'wrongRules', 'other'] as const;

export type BoardTask =
  | { readonly task: 'refresh' }
  | {
      readonly task: 'publish';
      /** The version it corrects, which has to be the one that stands, and why. */
      readonly replaces?: number;
      readonly reason?: (typeof correctionReasons)[number];
      readonly text?: string;
    }
  | {
      readonly task: 'verify';
      /** Absent: the version that stands. */
      readonly version?: number;
    };

export interface AskedBoard {
  readonly board: BoardKey;
  readonly wanted: BoardTask;
  /** Rules by their hash instead of those of the period. */
  readonly rulesHash?: string;
  /** Names the job: asked again with the same, it is the same job. */
  readonly commandId: string;
}

/**
 * Asks for work on a board: the city's supervisors refresh the live one, publish it, or have a published one recomputed.
 * The job is sent to its queue; one that has not ended is sent again when it is asked for again, by the very same command.
 */
export async function askBoardJob(
  deps: BoardDeps,
  asked: AskedBoard,
  { unit, hotline }: Caller,
): Promise<Result<BoardJob, AskError>> {
  const { units } = deps.city.rules;
  const city = units.codes[units.city]!;
  if (hotline || unit !== city) return err({ code: 'FORBIDDEN' });
  const known = await deps.boards.loadJob(asked.commandId);
  if (known !== undefined) return again(deps, known, asked);
  const target = await targetOf(deps, asked);
  if (!target.ok) return target;
  const { board, wanted, rulesHash, commandId } = asked;
  const job: BoardJob = {
    id: commandId,
    rev: 1,
    board,
    task: wanted.task,
    state: 'waiting',
    askedAt: deps.clock.now(),
    by: city,
    unitsDone: 0,
    unitsAll: 0,
    entries: 0,
    counts: { reads: 0, writes: 0 },
    ...(rulesHash === undefined ? {} : { rulesAsked: rulesHash }),
    ...target.value,
  };
  if ((await deps.boards.createJob(job)) === 'created') return send(deps, job);
  // Another request under the same key was first; it may have asked for something else.
  const first = await deps.boards.loadJob(commandId);
  return first === undefined ? err({ code: 'BUSY' }) : again(deps, first, asked);
}

/** Answers a key that is taken: the very same request is sent on once more, any other is a conflict. */
const again = async (
  deps: BoardDeps,
  job: BoardJob,
  asked: AskedBoard,
): Promise<Result<BoardJob, AskError>> => (isSame(job, asked) ? send(deps, job) : err({ code: 'CONFLICT' }));

async function send(deps: BoardDeps, job: BoardJob): Promise<Result<BoardJob, AskError>> {
  if (job.state === 'done' || job.state === 'failed') return ok(job);
  return (await deps.queue.send(job.id, 0)) === 'sent' ? ok(job) : err({ code: 'BUSY' });
}

/** Whether a job is what is asked for; a recomputation of the version that stands keeps the one that stood. */
function isSame(job: BoardJob, { board, wanted, rulesHash }: AskedBoard): boolean {
  const { kind, period } = job.board;
  if (kind !== board.kind || period !== board.period || job.task !== wanted.task) return false;
  if (job.rulesAsked !== rulesHash) return false;
  if (wanted.task === 'verify') return wanted.version === undefined || wanted.version === job.version;
  if (wanted.task === 'refresh' || wanted.replaces === undefined) return job.version === undefined;
  const { reason, text } = correctionOf(wanted);
  return job.version === wanted.replaces && job.correction?.reason === reason && job.correction.text === text;
}

const correctionOf = ({ reason = 'other', text = '' }: BoardTask & { readonly task: 'publish' }) => ({
  reason,
  text,
});

/** What the job is to correct or to recompute, if that can be. */
async function targetOf(
  deps: BoardDeps,
  { board, wanted, rulesHash }: AskedBoard,
): Promise<Result<Pick<BoardJob, 'version' | 'correction'>, AskError>> {
  const standing = await latestVersion(deps, board);
  if (wanted.task === 'verify') {
    const version = wanted.version ?? standing?.version;
    const isThere = version !== undefined && standing !== undefined && version <= standing.version;
    return isThere ? ok({ version }) : err({ code: 'NOT_PUBLISHED' });
  }
  if (!hasBegun(board, deps.clock.now(), deps.city.rules.utcOffsetMs)) return err(notBegun);
  const rules = await chooseRules(deps, board, rulesHash);
  if (!rules.ok) return rules;
  const recipe = recipeOf(board, rules.value);
  if (!recipe.ok) return recipe;
  if (wanted.task === 'refresh') return ok({});
  const { replaces } = wanted;
  if (standing?.version !== replaces) {
    return err(
      standing === undefined
        ? { code: 'NOT_PUBLISHED' }
        : { code: 'ALREADY_PUBLISHED', version: standing.version },
    );
  }
  return ok(replaces === undefined ? {} : { version: replaces, correction: correctionOf(wanted) });
}
