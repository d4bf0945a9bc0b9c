import type { LedgerEntry } from '../../core/score/ledger-entry.ts';
import type { BoardContent } from '../../ports/board-store.ts';
import type { BoardDeps } from './board-deps.ts';
import { loadManifest, type ManifestUnit } from './board-parts.ts';
import { monthsOf } from './board-period.ts';
import { entriesIn, entryPartName } from './frozen-entries.ts';
import type { EntrySource } from './gather-units.ts';
import type { Meter } from './meter.ts';
import { pagesOf } from './read-pages.ts';
import type { BoardRecipe } from './recipe.ts';

/** The ledger as it stands. */
export const ledgerSource = (
  { store }: BoardDeps,
  { board, recipe, meter }: { board: BoardContent['board']; recipe: BoardRecipe; meter: Meter },
): EntrySource => ({
  units: recipe.units,
  async entries(unit) {
    const entries: LedgerEntry[] = [];
    for (const month of monthsOf(board)) {
      for await (const page of pagesOf((request) => store.ledger(unit, month, request))) {
        meter.read();
        for (const entry of page) if (recipe.reads(entry)) entries.push(entry);
      }
    }
    return entries;
  },
});

/** The frozen entries of a published board. */
export async function frozenSource(
  deps: BoardDeps,
  content: BoardContent,
  meter: Meter,
): Promise<EntrySource> {
  const units = new Map((await loadManifest(deps, content)).map((unit) => [unit.unit, unit]));
  meter.read();
  return {
    units: [...units.keys()],
    entries: (unit) => frozenEntries(deps, content.jobId, units.get(unit)!, meter),
  };
}

/** The frozen entries of one unit. Throws when a part is missing. */
export async function frozenEntries(
  { boards }: BoardDeps,
  jobId: string,
  { unit, digest, parts }: ManifestUnit,
  meter?: Meter,
): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for (let n = 0; n < parts; n += 1) {
    const name = entryPartName(unit, digest, n);
    const text = await boards.loadPart(jobId, name);
    if (text === undefined) throw new Error(`the frozen entries ${name} of job ${jobId} are missing`);
    meter?.read();
    for (const entry of entriesIn(text, unit)) entries.push(entry);
  }
  return entries;
}
