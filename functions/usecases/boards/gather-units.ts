import type { LedgerEntry } from '../../core/score/ledger-entry.ts';
import { dayMs, type EpochMs } from '../../core/time.ts';
import type { BoardJob } from '../../ports/board-job.ts';
import type { UnitPart } from '../../ports/board-store.ts';
import type { BoardDeps } from './board-deps.ts';
import { entryPartName, lineOf, partTexts } from './frozen-entries.ts';
import type { Meter } from './meter.ts';
import { pagesOf } from './read-pages.ts';
import type { BoardRecipe } from './recipe.ts';

/** Units read at once: hides the store's latency, and no more than so many units' entries are in memory. */
const readersMax = 4;
/** Progress is saved after so many units. */
const batchUnits = 100;
/** What a job leaves behind beside a published board's parts is dropped after this long. */
export const scratchKeptMs = 30 * dayMs;

/** Where the entries of a board come from: the ledger, or the frozen entries of a version. */
export interface EntrySource {
  readonly units: readonly string[];
  entries(unit: string): Promise<readonly LedgerEntry[]>;
}

export interface Gathering {
  readonly job: BoardJob;
  readonly recipe: BoardRecipe;
  readonly source: EntrySource;
  /** Whether the entries are frozen for a version. */
  readonly freezes: boolean;
  readonly meter: Meter;
  /** The function's time is up then: what is done is kept, and the job goes on later. */
  readonly stopAt: EpochMs;
  /** Saves how far it is; false when another worker has the job. */
  saveProgress(done: { unitsDone: number; entries: number }): Promise<boolean>;
}

export type Gathered = { readonly units: readonly UnitPart[] } | 'paused' | 'lost';

/**
 * Folds the entries of every unit, a few units at a time, and keeps each unit's fold: a job that is taken up again
 * skips the units it has. Two workers on one job cannot disagree, since the first fold of a unit stays.
 */
export async function gatherUnits(deps: BoardDeps, given: Gathering): Promise<Gathered> {
  const { job, source, stopAt, saveProgress } = given;
  const known = await unitsDone(deps, given);
  const done = new Set(known.map(({ unit }) => unit));
  let entries = known.reduce((sum, part) => sum + part.entries, 0);
  const todo = source.units.filter((unit) => !done.has(unit));
  for (let from = 0; from < todo.length; from += batchUnits) {
    const batch = todo.slice(from, from + batchUnits).values();
    let isLate = false;
    const readNext = async () => {
      for (const unit of batch) {
        isLate = deps.clock.now() >= stopAt;
        if (isLate) return;
        entries += await gatherUnit(deps, given, unit);
      }
    };
    await Promise.all(Array.from({ length: readersMax }, readNext));
    const unitsSoFar = done.size + Math.min(from + batchUnits, todo.length);
    const unitsDoneNow = isLate ? job.unitsDone : unitsSoFar;
    if (!(await saveProgress({ unitsDone: unitsDoneNow, entries }))) return 'lost';
    if (isLate) return 'paused';
  }
  return { units: await unitsDone(deps, given) };
}

async function unitsDone({ boards }: BoardDeps, { job, meter }: Gathering): Promise<readonly UnitPart[]> {
  const parts: UnitPart[] = [];
  for await (const page of pagesOf((request) => boards.units(job.id, request))) {
    meter.read();
    parts.push(...page);
  }
  return parts;
}

/** Folds and keeps one unit. Returns how many entries it has. */
async function gatherUnit(deps: BoardDeps, given: Gathering, unit: string): Promise<number> {
  const { job, recipe, source, freezes, meter } = given;
  const entries = (await source.entries(unit)).filter(recipe.reads);
  if (entries.length === 0) return 0;
  const lines = entries.map(lineOf);
  const digest = deps.digest(lines.join('\n'));
  let parts = 0;
  if (freezes) {
    for (const text of partTexts(lines)) {
      await deps.boards.putPart({ jobId: job.id, name: entryPartName(unit, digest, parts), text });
      meter.wrote();
      parts += 1;
    }
  }
  await deps.boards.putUnit({
    jobId: job.id,
    unit,
    entries: entries.length,
    digest,
    parts,
    tallies: recipe.fold(entries),
    expiresAt: job.askedAt + scratchKeptMs,
  });
  meter.wrote();
  return entries.length;
}
