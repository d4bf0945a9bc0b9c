import { err, ok, type Result } from '../../core/result.ts';
import type { Rules } from '../../core/rules/rules.ts';
import type { BoardJob } from '../../ports/board-job.ts';
import type { BoardBefore, BoardVersion } from '../../ports/board-store.ts';
import type { BoardDeps } from './board-deps.ts';
import type { NoRules, NoSuchBoard, NotPublished } from './board-errors.ts';
import { periodBefore } from './board-period.ts';
import { chooseRules, noteRules } from './choose-rules.ts';
import { latestVersion } from './latest-version.ts';
import { type BoardRecipe, recipeOf } from './recipe.ts';

export interface StartedJob {
  readonly job: BoardJob;
  readonly rules: Rules;
  readonly recipe: BoardRecipe;
  /** The version a job recomputes. */
  readonly version?: BoardVersion;
}

/**
 * What a job works with. Taken up for the first time, it settles the rules, the boards before and the instant it starts at, so
 * that every later time computes the same.
 */
export async function startBoardJob(
  deps: BoardDeps,
  job: BoardJob,
): Promise<Result<StartedJob, NoRules | NoSuchBoard | NotPublished>> {
  if (job.task === 'verify') return startVerifying(deps, job);
  await noteRules(deps);
  const rules = await chooseRules(deps, job.board, job.rulesHash ?? job.rulesAsked);
  if (!rules.ok) return rules;
  const recipe = recipeOf(job.board, rules.value);
  if (!recipe.ok) return recipe;
  const before = job.before ?? (await boardsBefore(deps, job, recipe.value));
  return ok({ job: settled(deps, job, rules.value, before), rules: rules.value, recipe: recipe.value });
}

/** A board is recomputed by its own rules and the boards it named. */
async function startVerifying(
  deps: BoardDeps,
  job: BoardJob,
): Promise<Result<StartedJob, NoRules | NoSuchBoard | NotPublished>> {
  const version = await deps.boards.loadVersion(job.board, job.version ?? 0);
  if (version === undefined) return err({ code: 'NOT_PUBLISHED' });
  const rules = await deps.rulesOf(version.rulesHash);
  const recipe = recipeOf(job.board, rules);
  if (!recipe.ok) return recipe;
  return ok({ job: settled(deps, job, rules, version.before), rules, recipe: recipe.value, version });
}

const settled = (
  { clock }: BoardDeps,
  job: BoardJob,
  rules: Rules,
  before: readonly BoardBefore[],
): BoardJob => ({
  ...job,
  state: 'running',
  rulesHash: rules.hash,
  startedAt: job.startedAt ?? clock.now(),
  before,
});

/** The boards of the periods before, as they stand now, latest first. */
async function boardsBefore(
  deps: BoardDeps,
  { board }: BoardJob,
  { beforeMax }: BoardRecipe,
): Promise<readonly BoardBefore[]> {
  const before: BoardBefore[] = [];
  for (let n = 1; n <= beforeMax; n += 1) {
    const period = periodBefore(board, n);
    const standing = await latestVersion(deps, { ...board, period });
    if (standing !== undefined) before.push({ period, version: standing.version });
  }
  return before;
}
