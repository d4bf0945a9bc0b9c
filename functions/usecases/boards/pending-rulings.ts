import type { BoardVersion, Ruling } from '../../ports/board-store.ts';
import type { BoardDeps } from './board-deps.ts';
import { loadManifest } from './board-parts.ts';
import { frozenEntries } from './entry-sources.ts';
import { pagesOf } from './read-pages.ts';

/** What changes a number on a board; an appeal by itself does not. */
const changing: ReadonlySet<Ruling['type']> = new Set(['exclusion', 'inclusion', 'points', 'rating']);

/**
 * The rulings that a published board does not count: they wait for its correction. One made while the board was being
 * computed is looked for among its frozen entries.
 */
export async function pendingRulings(deps: BoardDeps, version: BoardVersion): Promise<readonly Ruling[]> {
  const later: Ruling[] = [];
  for await (const page of pagesOf((request) => deps.boards.rulings(version.board, request))) {
    later.push(...page.filter(({ type, at }) => changing.has(type) && at >= version.startedAt));
  }
  const meanwhile = later.filter(({ at }) => at <= version.at);
  const counted = await countedOf(deps, version, meanwhile);
  return later.filter(({ id }) => !counted.has(id));
}

/** Those of some rulings that are among the frozen entries of a board. */
async function countedOf(
  deps: BoardDeps,
  version: BoardVersion,
  rulings: readonly Ruling[],
): Promise<ReadonlySet<string>> {
  if (rulings.length === 0) return new Set();
  const concerned = new Set(rulings.map(({ unit }) => unit));
  const frozen = new Set<string>();
  for (const unit of await loadManifest(deps, version)) {
    if (!concerned.has(unit.unit)) continue;
    for (const { id } of await frozenEntries(deps, version.jobId, unit)) frozen.add(id);
  }
  return frozen;
}
