import { err, type Result } from '../../core/result.ts';
import type { Ruling } from '../../ports/board-store.ts';
import type { Caller } from '../caller.ts';
import type { BoardDeps } from './board-deps.ts';
import { notBegun, type RulingError } from './board-errors.ts';
import { hasBegun } from './board-period.ts';
import { chooseRules } from './choose-rules.ts';
import { putRuling, rulingId } from './put-ruling.ts';
import { standingOf } from './standing-of.ts';

/** Bonus (加分) or, below zero, deduction (扣分) for a unit's month. */
export interface GivenPoints {
  readonly month: string;
  readonly unit: string;
  readonly points: number;
  /** A short key and the reason in words. */
  readonly reason: string;
  readonly text: string;
}

/** Gives points on the board of a month that has begun; the city's supervisors alone do. The pack says how many count. */
export async function givePoints(
  deps: BoardDeps,
  { month, unit, points, reason, text }: GivenPoints,
  { caller, commandId }: { readonly caller: Caller; readonly commandId: string },
): Promise<Result<Ruling, RulingError>> {
  const as = standingOf(deps.city.rules.units, unit, caller);
  if (!as.ok) return as;
  if (as.value !== 'city') return err({ code: 'FORBIDDEN' });
  const board = { kind: 'month', period: month } as const;
  const at = deps.clock.now();
  if (!hasBegun(board, at, deps.city.rules.utcOffsetMs)) return err(notBegun);
  const rules = await chooseRules(deps, board);
  if (!rules.ok) return rules;
  const ruling: Ruling = {
    id: rulingId('points', commandId),
    board,
    at,
    type: 'points',
    unit,
    by: caller.unit ?? '',
    actor: caller.subject,
    reason,
    text,
    points,
  };
  return putRuling(deps, ruling, month);
}
