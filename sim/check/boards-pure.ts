import { isDeepStrictEqual } from 'node:util';
import type { LedgerEntry } from '../../functions/core/score/ledger-entry.ts';
import type { BoardVersion } from '../../functions/ports/board-store.ts';
import { loadManifest, loadRanks, loadRows } from '../../functions/usecases/boards/board-parts.ts';
import { periodBefore } from '../../functions/usecases/boards/board-period.ts';
import { frozenEntries } from '../../functions/usecases/boards/entry-sources.ts';
import { recipeOf } from '../../functions/usecases/boards/recipe.ts';
import type { Checker } from './checker.ts';
import type { Facts } from './facts.ts';

/** A published board is what its frozen entries make under its rules, and those are the ledger's as it stood. */
export const boardsPure: Checker = {
  name: 'boards-pure',
  promise: 'a published board is a pure function of its frozen entries and the rules valid then',
  phase: 'safety',
  atEnd: async (facts) => {
    const wrong = await Promise.all(facts.boards.map((version) => differences(version, facts)));
    return [...numbering(facts), ...wrong.flat()];
  },
};

/** Versions of a period count from 1 without a gap, each published once. */
function numbering({ boards }: Facts): readonly string[] {
  const last = new Map<string, number>();
  return boards.flatMap(({ board, version }) => {
    const before = last.get(board.period) ?? 0;
    last.set(board.period, version);
    return version === before + 1 ? [] : [`board ${board.period} goes from version ${before} to ${version}`];
  });
}

async function differences(version: BoardVersion, facts: Facts): Promise<readonly string[]> {
  const name = `board ${version.board.period} version ${version.version}`;
  const stands = await facts.boardStore.loadVersion(version.board, version.version);
  if (!isDeepStrictEqual(stands, version)) return [`${name} is not any more what was published`];
  const { rules } = facts.cities.get(version.rulesHash)!;
  const recipe = recipeOf(version.board, rules);
  if (!recipe.ok) return [`${name} has no recipe under its own rules`];
  const deps = { boards: facts.boardStore } as Parameters<typeof frozenEntries>[0];
  const frozen: [string, readonly LedgerEntry[]][] = [];
  for (const unit of await loadManifest(deps, version)) {
    frozen.push([unit.unit, await frozenEntries(deps, version.jobId, unit)]);
  }
  const ranks = await Promise.all(
    Array.from({ length: recipe.value.beforeMax }, async (_, n) => {
      const period = periodBefore(version.board, n + 1);
      const found = version.before.find((one) => one.period === period);
      const before =
        found && (await facts.boardStore.loadVersion({ ...version.board, period }, found.version));
      return before && loadRanks(deps, before);
    }),
  );
  // In another order than any worker took.
  const folds = frozen
    .toReversed()
    .map(([unit, entries]) => [unit, recipe.value.fold(entries.toReversed())] as const);
  const groups = recipe.value.rows(folds.toReversed(), ranks);
  const wrong = await Promise.all(
    version.groups.map(async ({ group, rows }) => {
      const shown = await loadRows(deps, version, { group, from: 0, count: rows });
      const made = JSON.parse(JSON.stringify(groups[group]));
      return isDeepStrictEqual(shown, made) ? [] : [`${name}: group ${group} is not what its entries make`];
    }),
  );
  return [...wrong.flat(), ...notInLedger(name, version, frozen, facts, recipe.value.reads)];
}

/** What is frozen is in the ledger, word for word; what stood there long before the job began is frozen. */
function notInLedger(
  name: string,
  { board, startedAt }: BoardVersion,
  frozen: readonly (readonly [string, readonly LedgerEntry[]])[],
  { ledger, ledgerPutAt, skewMaxMs }: Facts,
  reads: (entry: LedgerEntry) => boolean,
): readonly string[] {
  const keyOf = (entry: LedgerEntry) => `${entry.unit} ${entry.month} ${entry.id}`;
  const counted = new Set(frozen.flatMap(([, entries]) => entries.map(keyOf)));
  const strange = frozen
    .flatMap(([, entries]) => entries)
    .filter((entry) => !isDeepStrictEqual(ledger.get(keyOf(entry)), entry));
  const missed = [...ledger].filter(
    ([key, entry]) =>
      entry.month === board.period &&
      reads(entry) &&
      ledgerPutAt.get(key)! < startedAt - skewMaxMs &&
      !counted.has(key),
  );
  return [
    ...strange.map((entry) => `${name} has an entry that the ledger does not have: ${keyOf(entry)}`),
    ...missed.map(([key]) => `${name} misses ${key}, which stood in the ledger before it was begun`),
  ];
}
