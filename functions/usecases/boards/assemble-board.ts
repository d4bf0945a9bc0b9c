import type { Rules } from '../../core/rules/rules.ts';
import type { BoardRanks } from '../../core/score/board.ts';
import type { BoardJob } from '../../ports/board-job.ts';
import type { BoardContent, UnitPart } from '../../ports/board-store.ts';
import type { BoardDeps } from './board-deps.ts';
import { loadRanks, type ManifestUnit, manifestName, rowsName, rowsPerPart } from './board-parts.ts';
import { hasEnded, periodBefore } from './board-period.ts';
import { canonicalJson } from './canonical-json.ts';
import { scratchKeptMs } from './gather-units.ts';
import type { Meter } from './meter.ts';
import type { BoardRecipe, Groups } from './recipe.ts';

export interface Assembly {
  readonly job: BoardJob;
  readonly rules: Rules;
  readonly recipe: BoardRecipe;
  readonly units: readonly UnitPart[];
  readonly meter: Meter;
}

export interface Assembled {
  readonly content: BoardContent;
  readonly groups: Groups;
}

/** The board that folded units make: its rows, and the digest that names them together with every entry counted. */
export async function assembleBoard(deps: BoardDeps, given: Assembly): Promise<Assembled> {
  const { job, rules, recipe, units } = given;
  const { board, id: jobId, startedAt = job.askedAt, before = [] } = job;
  const ranks = await ranksBefore(deps, given);
  const groups = recipe.rows(
    units.map(({ unit, tallies }) => [unit, tallies]),
    ranks,
  );
  const head = { ...board, before, rulesHash: rules.hash };
  const lines = [
    canonicalJson(head),
    ...units.map(({ unit, entries, digest }) => canonicalJson({ unit, entries, digest })),
    ...Object.entries(groups).flatMap(([group, rows]) => rows.map((row) => canonicalJson({ group, ...row }))),
  ];
  const content = {
    board,
    jobId,
    startedAt,
    at: deps.clock.now(),
    complete: hasEnded(board, startedAt, rules.utcOffsetMs),
    rulesHash: rules.hash,
    policyId: rules.policyId,
    digest: deps.digest(lines.join('\n')),
    units: units.length,
    entries: units.reduce((sum, { entries }) => sum + entries, 0),
    groups: Object.entries(groups).map(([group, rows]) => ({ group, rows: rows.length })),
    before,
  };
  return { content, groups };
}

/** Ranks of the boards before, by how many periods ago they are. */
async function ranksBefore(
  deps: BoardDeps,
  { job, recipe, meter }: Assembly,
): Promise<(BoardRanks | undefined)[]> {
  const { board, before = [] } = job;
  const ranks: (BoardRanks | undefined)[] = [];
  for (let n = 0; n < recipe.beforeMax; n += 1) {
    const period = periodBefore(board, n + 1);
    const found = before.find((one) => one.period === period);
    const version = found && (await deps.boards.loadVersion({ ...board, period }, found.version));
    meter.read();
    ranks.push(version && (await loadRanks(deps, version)));
  }
  return ranks;
}

/** Keeps the rows and the list of units of a board, for readers. A live board's are dropped after a while. */
export async function storeBoard(
  deps: BoardDeps,
  { content, groups }: Assembled,
  { job, units, meter }: Pick<Assembly, 'job' | 'units' | 'meter'>,
): Promise<void> {
  const { id: jobId, task, askedAt } = job;
  const expires = task === 'publish' ? {} : { expiresAt: askedAt + scratchKeptMs };
  const put = async (name: string, value: unknown) => {
    await deps.boards.putPart({ jobId, name, text: JSON.stringify(value), ...expires });
    meter.wrote();
  };
  const manifest = units.map(
    ({ unit, entries, digest, parts, tallies }): ManifestUnit => ({
      unit,
      entries,
      digest,
      parts,
      fold: tallies,
    }),
  );
  await put(manifestName(content), manifest);
  for (const [group, rows] of Object.entries(groups)) {
    for (let n = 0; n * rowsPerPart < rows.length; n += 1) {
      await put(rowsName(content, group, n), rows.slice(n * rowsPerPart, (n + 1) * rowsPerPart));
    }
  }
}
