import { monthOf } from '../../core/calendar/month-of.ts';
import { err, type Result } from '../../core/result.ts';
import { noUnit, type UnitIndex, type UnitTable } from '../../core/rules/unit-table.ts';
import type { Rater } from '../../core/score/score-rules.ts';
import type { Ruling } from '../../ports/board-store.ts';
import type { Caller } from '../caller.ts';
import type { BoardDeps } from './board-deps.ts';
import { notBegun, type RulingError } from './board-errors.ts';
import { hasBegun } from './board-period.ts';
import { chooseRules } from './choose-rules.ts';
import { putRuling, rulingId } from './put-ruling.ts';

/** Points from 0 to 100 for a unit on a board of ratings. */
export interface GivenRating {
  readonly board: 'annual' | 'special';
  /** The year it is for; a year that has begun. */
  readonly period: string;
  readonly unit: string;
  readonly points: number;
  /** The public's rating, which the hotline or the city records; absent: the caller's own. */
  readonly public?: true;
  readonly text: string;
}

/**
 * Rates a unit on a year's annual appraisal (年度考核) or special check (专项检查), by that year's pack's section of the board:
 * who may rate is in its parts, who is rated in its groups. A subdistrict rates departments, the bureaus of its own
 * district, and the branch offices in its own area or for its whole district.
 */
export async function rateUnit(
  deps: BoardDeps,
  { board: kind, period, unit, points, public: ofPublic, text }: GivenRating,
  { caller, commandId }: { readonly caller: Caller; readonly commandId: string },
): Promise<Result<Ruling, RulingError>> {
  const { units, utcOffsetMs } = deps.city.rules;
  const chosen = await chooseRules(deps, { kind, period });
  if (!chosen.ok) return chosen;
  const rules = chosen.value.score[kind];
  if (rules === undefined) return err({ code: 'NO_SUCH_BOARD', kind });
  const rated = units.byCode.get(unit);
  if (rated === undefined) return err({ code: 'UNKNOWN_UNIT', unitCode: unit });
  const rater = raterOf(units, caller, ofPublic === true);
  if (rater === undefined) return err({ code: 'FORBIDDEN' });
  if (!rules.groups.some(({ kinds }) => kinds.has(units.kinds[rated]!))) {
    return err({ code: 'NOT_IN_REMIT', rule: `score.${kind}.groups`, field: 'unitCode' });
  }
  if (!rules.parts.some(({ by }) => by.has(rater.kind))) {
    return err({ code: 'NOT_IN_REMIT', rule: `score.${kind}.parts`, field: ofPublic ? 'public' : 'board' });
  }
  if (rater.unit === rated || (rater.kind === 'subdistrict' && !dealsWith(units, rater.unit, rated))) {
    return err({ code: 'FORBIDDEN' });
  }
  const at = deps.clock.now();
  if (!hasBegun({ kind, period }, at, utcOffsetMs)) return err(notBegun);
  const ruling: Ruling = {
    id: rulingId('rating', commandId),
    board: { kind, period },
    at,
    type: 'rating',
    unit,
    by: rater.kind === 'public' ? 'public' : (caller.unit ?? ''),
    actor: caller.subject,
    reason: 'rating',
    text,
    points,
  };
  const known = await deps.boards.loadRuling(ruling.board, ruling.id);
  return putRuling(deps, ruling, monthIn(period, monthOf(known?.at ?? at, utcOffsetMs)));
}

/** The month of the ledger a rating for a year goes into: the one it is given in, or the year's last. */
const monthIn = (year: string, month: string) => (month.startsWith(year) ? month : `${year}-12`);

/** Who gives the rating: the caller's unit, or the public through the hotline or the city. */
function raterOf(
  { kinds, byCode, city }: UnitTable,
  { unit, hotline }: Caller,
  ofPublic: boolean,
): { readonly kind: Rater; readonly unit: UnitIndex } | undefined {
  const own = unit === undefined ? undefined : byCode.get(unit);
  if (ofPublic) return hotline || own === city ? { kind: 'public', unit: noUnit } : undefined;
  return own === undefined || hotline ? undefined : { kind: kinds[own]!, unit: own };
}

/** Whether a subdistrict has to do with a unit: one that serves all of the city, its district, or itself. */
function dealsWith({ kinds, district, areaParent }: UnitTable, subdistrict: number, rated: number): boolean {
  if (kinds[rated] === 'branch' && areaParent[rated] !== district[rated]) {
    return areaParent[rated] === subdistrict;
  }
  return kinds[rated] === 'department' || district[rated] === district[subdistrict];
}
