import { err, ok, type Result } from '../../core/result.ts';
import type { BoardRow, Rates, RatingRow } from '../../core/score/board.ts';
import { isTradeOf } from '../../core/score/month-tallies.ts';
import { ratesOf } from '../../core/score/rates-of.ts';
import { emptyTally, mergeTally } from '../../core/score/tally.ts';
import { tallyOf } from '../../core/score/tally-of.ts';
import type { EpochMs } from '../../core/time.ts';
import type { BoardContent } from '../../ports/board-store.ts';
import type { Caller } from '../caller.ts';
import type { BoardDeps } from './board-deps.ts';
import type { BoardReadError } from './board-errors.ts';
import { loadManifest, loadRows } from './board-parts.ts';
import { chooseRules } from './choose-rules.ts';
import { type BoardChoice, loadBoard } from './find-board.ts';
import { maySeeUnit } from './may-see-unit.ts';
import { foldOf } from './month-recipe.ts';
import { allPages } from './read-pages.ts';

/** A unit's row with the group it stands in. */
export interface UnitRow {
  readonly group: string;
  readonly row: BoardRow | RatingRow;
  readonly content: BoardContent;
}

/** One unit's row: of a published board for everybody, of a live one for the unit itself and those above it. */
export async function readUnitRow(
  deps: BoardDeps,
  { unit, ...choice }: BoardChoice & { readonly unit: string },
  caller: Caller,
): Promise<Result<UnitRow, BoardReadError>> {
  const isLive = choice.version === 'live';
  const allowed = isLive ? maySeeUnit(deps.city.rules.units, unit, caller) : ok(undefined);
  if (!allowed.ok) return allowed;
  const content = await loadBoard(deps, choice);
  for (const { group, rows } of content?.groups ?? []) {
    const all = await loadRows(deps, content!, { group, from: 0, count: rows });
    const row = all.find((one) => one.unit === unit);
    if (row !== undefined) return ok({ group, row, content: content! });
  }
  return err({ code: 'NOT_FOUND' });
}

/** A unit's month as its own ledger has it this moment. */
export interface UnitNow {
  readonly unit: string;
  readonly month: string;
  readonly own: Rates;
  /** A department's trade (行业), as of the last live board. */
  readonly trade?: { readonly rates: Rates; readonly asOf: EpochMs };
}

/**
 * What a unit led itself this month, from its own partition of the ledger; without rank, which needs the whole city. A
 * department sees its trade too, as of the last time the live board was refreshed.
 */
export async function readUnitNow(
  deps: BoardDeps,
  { unit, month }: { readonly unit: string; readonly month: string },
  caller: Caller,
): Promise<Result<UnitNow, BoardReadError>> {
  const allowed = maySeeUnit(deps.city.rules.units, unit, caller);
  if (!allowed.ok) return allowed;
  const rules = await chooseRules(deps, { kind: 'month', period: month });
  if (!rules.ok) return rules;
  const entries = await allPages((page) => deps.store.ledger(unit, month, page));
  const own = ratesOf(tallyOf(entries, rules.value.score.month).own);
  const isDepartment = rules.value.units.kinds[rules.value.units.byCode.get(unit) ?? -1] === 'department';
  const trade = isDepartment ? await tradeOf(deps, unit, month) : undefined;
  return ok({ unit, month, own, ...(trade === undefined ? {} : { trade }) });
}

async function tradeOf(deps: BoardDeps, department: string, month: string): Promise<UnitNow['trade']> {
  const live = await deps.boards.loadLive({ kind: 'month', period: month });
  if (live === undefined) return undefined;
  const { units, score } = await deps.rulesOf(live.rulesHash);
  const total = emptyTally();
  const index = units.byCode.get(department)!;
  for (const { unit, fold } of await loadManifest(deps, live)) {
    const tally = foldOf(fold).trades.get(department);
    if (tally === undefined || !isTradeOf(index, units.byCode.get(unit)!, score.month, units)) continue;
    mergeTally(total, tally);
  }
  return { rates: ratesOf(total), asOf: live.startedAt };
}
