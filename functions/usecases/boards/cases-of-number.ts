import { err, ok, type Result } from '../../core/result.ts';
import type { Rules } from '../../core/rules/rules.ts';
import { casesBehind, countingFor, type NumberAsked, tradeLedBy } from '../../core/score/cases-behind.ts';
import type { LedgerEntry } from '../../core/score/ledger-entry.ts';
import { BadCursor } from '../../ports/bad-cursor.ts';
import type { BoardContent } from '../../ports/board-store.ts';
import type { Page, PageRequest } from '../../ports/page.ts';
import { pageLimit } from '../../ports/page-limit.ts';
import type { Caller } from '../caller.ts';
import type { BoardDeps } from './board-deps.ts';
import type { BoardReadError } from './board-errors.ts';
import { loadManifest, type ManifestUnit } from './board-parts.ts';
import { frozenEntries } from './entry-sources.ts';
import { isVersion, loadBoard } from './find-board.ts';
import { maySeeUnit } from './may-see-unit.ts';
import { foldOf } from './month-recipe.ts';
import { allPages } from './read-pages.ts';

/** Which number of the month's board: of a unit's own row, of its trade, or of the delays charged to it. */
export interface AskedNumber {
  readonly month: string;
  readonly version?: number | 'live';
  readonly unit: string;
  readonly of: 'own' | 'trade' | 'charged';
  readonly rate: NumberAsked['rate'];
  readonly answer: NumberAsked['answer'];
}

/**
 * The cases behind a number: as many as the board says, each with its ticket. A published board opens its frozen entries; a
 * live one the ledger as it stands now. For the unit itself, those above it, and the hotline.
 */
export async function casesOfNumber(
  deps: BoardDeps,
  asked: AskedNumber,
  { page, caller }: { readonly page: PageRequest; readonly caller: Caller },
): Promise<Result<Page<LedgerEntry>, BoardReadError>> {
  const { month, version, unit } = asked;
  const allowed = maySeeUnit(deps.city.rules.units, unit, caller);
  if (!allowed.ok) return allowed;
  const board = { kind: 'month', period: month } as const;
  const content = await loadBoard(deps, { board, ...(version === undefined ? {} : { version }) });
  if (content === undefined) return err({ code: 'NOT_FOUND' });
  const rules = await deps.rulesOf(content.rulesHash);
  const manifest = await loadManifest(deps, content);
  const limit = pageLimit(page);
  const { at, after } = placeOf(page.cursor);
  const rows: LedgerEntry[] = [];
  const units = contributing(manifest, asked, rules);
  const first = at === undefined ? 0 : units.findIndex(({ unit: code }) => code === at);
  if (first === -1) throw new BadCursor();
  for (const one of units.slice(first)) {
    const skipped = one.unit === at ? after : 0;
    const entries = await entriesOf(deps, content, one);
    const cases = casesBehind(entries, numberOf(asked), rules.score.month);
    for (let n = skipped; n < cases.length; n += 1) {
      if (rows.length === limit) return ok({ rows, cursor: `${one.unit}/${n}` });
      rows.push(cases[n]!);
    }
  }
  return ok({ rows });
}

const numberOf = ({ of, unit, rate, answer }: AskedNumber): NumberAsked => ({
  rate,
  answer,
  ...(of === 'trade' ? { trade: unit } : {}),
  ...(of === 'charged' ? { chargedTo: unit } : {}),
});

/** The units whose entries are behind the number, by code: none that has nothing to show. */
function contributing(
  manifest: readonly ManifestUnit[],
  { unit, of }: AskedNumber,
  { units, score }: Rules,
): readonly ManifestUnit[] {
  const index = units.byCode.get(unit)!;
  if (of === 'charged') return manifest.filter(({ fold }) => foldOf(fold).charges.has(unit));
  const codes = new Set(
    (of === 'own' ? countingFor : tradeLedBy)(index, score.month, units).map((one) => units.codes[one]!),
  );
  return manifest.filter((one) => codes.has(one.unit) && (of === 'own' || foldOf(one.fold).trades.has(unit)));
}

const entriesOf = (deps: BoardDeps, content: BoardContent, one: ManifestUnit) =>
  isVersion(content)
    ? frozenEntries(deps, content.jobId, one)
    : allPages((page) => deps.store.ledger(one.unit, content.board.period, page));

/** The unit a page begins in, and how many of its cases were shown before. */
function placeOf(cursor: string | undefined): { readonly at?: string; readonly after: number } {
  if (cursor === undefined) return { after: 0 };
  const [, at, after] = /^([A-Za-z0-9._-]{1,40})\/(\d{1,9})$/.exec(cursor) ?? [];
  if (at === undefined) throw new BadCursor();
  return { at, after: Number(after) };
}
