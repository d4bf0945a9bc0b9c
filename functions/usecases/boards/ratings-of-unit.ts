import { err, ok, type Result } from '../../core/result.ts';
import type { EntryOf, LedgerEntry } from '../../core/score/ledger-entry.ts';
import { BadCursor } from '../../ports/bad-cursor.ts';
import type { BoardVersion } from '../../ports/board-store.ts';
import type { Page, PageRequest } from '../../ports/page.ts';
import { pageLimit } from '../../ports/page-limit.ts';
import type { Caller } from '../caller.ts';
import type { BoardDeps } from './board-deps.ts';
import type { BoardReadError } from './board-errors.ts';
import { loadManifest } from './board-parts.ts';
import { monthsOf } from './board-period.ts';
import { frozenEntries } from './entry-sources.ts';
import { type BoardChoice, isVersion, loadBoard } from './find-board.ts';
import { maySeeUnit } from './may-see-unit.ts';
import { allPages } from './read-pages.ts';

type Rating = EntryOf<'rating'>;

/**
 * The ratings behind a unit's row on a board of ratings, by time and id: as many as its parts count, each with who gave
 * it and, where it was given on one, its ticket. A published board opens its frozen entries, a live one the ledger as it
 * stands now. For the unit itself, those above it, and the hotline.
 */
export async function ratingsOfUnit(
  deps: BoardDeps,
  { unit, ...choice }: BoardChoice & { readonly unit: string },
  { page, caller }: { readonly page: PageRequest; readonly caller: Caller },
): Promise<Result<Page<Rating>, BoardReadError>> {
  const allowed = maySeeUnit(deps.city.rules.units, unit, caller);
  if (!allowed.ok) return allowed;
  const { board } = choice;
  const content = await loadBoard(deps, choice);
  if (content === undefined) return err({ code: 'NOT_FOUND' });
  const entries = isVersion(content)
    ? await entriesThen(deps, content, unit)
    : await entriesNow(deps, choice, unit);
  const ratings = entries.filter((one) => one.type === 'rating' && one.board === board.kind) as Rating[];
  ratings.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const from = placeOf(page.cursor, ratings.length);
  const to = from + pageLimit(page);
  const rows = ratings.slice(from, to);
  return ok(to < ratings.length ? { rows, cursor: String(to) } : { rows });
}

/** A unit's entries as a version froze them. */
async function entriesThen(
  deps: BoardDeps,
  version: BoardVersion,
  unit: string,
): Promise<readonly LedgerEntry[]> {
  const counted = (await loadManifest(deps, version)).find((one) => one.unit === unit);
  return counted === undefined ? [] : frozenEntries(deps, version.jobId, counted);
}

/** A unit's ledger of the board's months, as it stands. */
async function entriesNow(
  { store }: BoardDeps,
  { board }: BoardChoice,
  unit: string,
): Promise<readonly LedgerEntry[]> {
  const months = monthsOf(board).map((month) => allPages((page) => store.ledger(unit, month, page)));
  return (await Promise.all(months)).flat();
}

function placeOf(cursor: string | undefined, ratings: number): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,9}$/.test(cursor) || Number(cursor) >= ratings) throw new BadCursor();
  return Number(cursor);
}
