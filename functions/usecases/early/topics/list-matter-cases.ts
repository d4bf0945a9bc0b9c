import { casesOfMatters, type MatterAnswer } from '../../../core/early/topic/cases-of-matters.ts';
import { maySupervise } from '../../../core/early/topic/topic-rights.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { CaseEntry } from '../../../core/score/ledger-entry.ts';
import { BadCursor } from '../../../ports/bad-cursor.ts';
import type { BoardContent } from '../../../ports/board-store.ts';
import type { MattersAsked } from '../../../ports/matter-tables.ts';
import type { Page, PageRequest } from '../../../ports/page.ts';
import { pageLimit } from '../../../ports/page-limit.ts';
import type { BoardDeps } from '../../boards/board-deps.ts';
import { loadManifest } from '../../boards/board-parts.ts';
import { mattersIn } from '../../boards/matters-recipe.ts';
import { allPages } from '../../boards/read-pages.ts';
import { type Caller, nameOf } from '../../caller.ts';
import type { Forbidden } from '../../errors.ts';
import { findMonths } from './matter-months.ts';
import { allCounted, type NotCounted } from './topic-errors.ts';

/**
 * The cases behind the counts of some matters, each with its ticket, month by month and unit by unit, from the ledger as it
 * stands now. For the hotline, the city, and a district in its own area.
 */
export async function listMatterCases(
  deps: BoardDeps,
  asked: MattersAsked & { readonly answer: MatterAnswer },
  { page, caller }: { readonly page: PageRequest; readonly caller: Caller },
): Promise<Result<Page<CaseEntry>, Forbidden | NotCounted>> {
  const { rules } = deps.city;
  const area = asked.district === undefined ? {} : { district: asked.district };
  if (!maySupervise({ unit: nameOf(caller) }, area, rules)) return err({ code: 'FORBIDDEN' });
  const found = allCounted(await findMonths(deps, asked.from, asked.to));
  if (!found.ok) return found;
  const limit = pageLimit(page);
  const place = placeOf(page.cursor);
  const items = new Set(asked.items);
  const rows: CaseEntry[] = [];
  for (const table of found.value) {
    const month = table.board.period;
    if (place !== undefined && month < place.month) continue;
    for (const unit of await unitsWith(deps, table, items, asked.district)) {
      if (place?.month === month && unit < place.unit) continue;
      const skipped = place?.month === month && place.unit === unit ? place.after : 0;
      const entries = await allPages((request) => deps.store.ledger(unit, month, request));
      const monthRules = (await deps.rulesOf(table.rulesHash)).score.month;
      const cases = casesOfMatters(entries, { items, answer: asked.answer }, monthRules);
      for (let n = skipped; n < cases.length; n += 1) {
        if (rows.length === limit) return ok({ rows, cursor: `${month}/${unit}/${n}` });
        rows.push(cases[n]!);
      }
    }
  }
  return ok({ rows });
}

/** The units whose month has any case of the matters, by code. */
async function unitsWith(
  deps: BoardDeps,
  table: BoardContent,
  items: ReadonlySet<string>,
  district: string | undefined,
): Promise<readonly string[]> {
  const { units } = deps.city.rules;
  const isIn = (unit: string) =>
    district === undefined || units.codes[units.district[units.byCode.get(unit) ?? units.city]!] === district;
  return (await loadManifest(deps, table))
    .filter(({ unit, fold }) => isIn(unit) && mattersIn(fold).some(([item]) => items.has(item)))
    .map(({ unit }) => unit)
    .sort();
}

/** The month and the unit a page begins in, and how many of that unit's cases were shown before. */
function placeOf(cursor: string | undefined) {
  if (cursor === undefined) return undefined;
  const [, month, unit, after] = /^(\d{4}-\d{2})\/([A-Za-z0-9._-]{1,40})\/(\d{1,9})$/.exec(cursor) ?? [];
  if (month === undefined || unit === undefined) throw new BadCursor();
  return { month, unit, after: Number(after) };
}
