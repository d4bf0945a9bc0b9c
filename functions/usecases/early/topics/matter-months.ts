import { monthAfter, monthStartOf, monthsFrom } from '../../../core/calendar/months.ts';
import type { CountedMatter } from '../../../core/early/topic/rank-candidates.ts';
import type { Rules } from '../../../core/rules/rules.ts';
import { dayMs, type EpochMs } from '../../../core/time.ts';
import type { BoardContent } from '../../../ports/board-store.ts';
import type { BoardDeps } from '../../boards/board-deps.ts';
import { loadManifest } from '../../boards/board-parts.ts';
import { scratchKeptMs } from '../../boards/gather-units.ts';
import { mattersIn } from '../../boards/matters-recipe.ts';

/** The months from one to another: the tables of those that are counted, and which are not. */
export interface MatterMonths {
  readonly tables: readonly BoardContent[];
  readonly missing: readonly string[];
}

/** Finds the tables (事项底数) of the months from `from` to `to`, both included. */
export async function findMonths(
  deps: Pick<BoardDeps, 'boards' | 'clock' | 'city'>,
  from: string,
  to: string,
): Promise<MatterMonths> {
  const now = deps.clock.now();
  const tables: BoardContent[] = [];
  const missing: string[] = [];
  for (const period of monthsFrom(from, to)) {
    const table = await deps.boards.loadLive({ kind: 'matters', period });
    if (table !== undefined && isGood(table, now, deps.city.rules)) tables.push(table);
    else missing.push(period);
  }
  return { tables, missing };
}

/**
 * Whether a table still stands for its month: counted after the month's last cases had settled or, before that, within the
 * last day; and not so old that the store is about to drop it.
 */
function isGood(
  { board, startedAt, at, complete }: BoardContent,
  now: EpochMs,
  { early, utcOffsetMs }: Rules,
): boolean {
  const ended = monthStartOf(monthAfter(board.period, 1), utcOffsetMs);
  const settledAt = ended + (early.topic?.tracking.settleMs ?? 0);
  const isFresh = startedAt >= settledAt || (now < settledAt && now < startedAt + dayMs);
  return complete && isFresh && now < at + scratchKeptMs - dayMs;
}

/** What tables count by item and by the district of the unit that led; city-wide leads stand under the city. */
export async function mattersOfTables(
  deps: Pick<BoardDeps, 'boards' | 'city'>,
  tables: readonly BoardContent[],
): Promise<(CountedMatter & { readonly district: string })[]> {
  const { units } = deps.city.rules;
  const counted: (CountedMatter & { readonly district: string })[] = [];
  for (const table of tables) {
    for (const { unit, fold } of await loadManifest(deps, table)) {
      const index = units.byCode.get(unit) ?? units.city;
      const district = units.codes[units.district[index]!]!;
      for (const [item, counts] of mattersIn(fold)) counted.push({ item, district, ...counts });
    }
  }
  return counted;
}
