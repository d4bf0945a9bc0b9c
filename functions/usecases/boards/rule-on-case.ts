import { err, type Result } from '../../core/result.ts';
import { type RulingAsked, type RulingRefusal, ruleCase } from '../../core/score/rule-case.ts';
import type { Ruling } from '../../ports/board-store.ts';
import type { Caller } from '../caller.ts';
import type { BoardDeps } from './board-deps.ts';
import type { RulingError } from './board-errors.ts';
import { chooseRules } from './choose-rules.ts';
import { putRuling, rulingId } from './put-ruling.ts';
import { allPages } from './read-pages.ts';
import { standingOf } from './standing-of.ts';

/** What is asked about a case: out of the rates (剔除), back into them, an appeal (申诉) or its refusal. */
export interface CaseRuling {
  /** Month and unit of the ledger the case is in, and its id there. */
  readonly month: string;
  readonly unit: string;
  readonly of: string;
  readonly type: RulingAsked['type'];
  /** A key of the pack's exclusion reasons, and the reason in words. */
  readonly reason: string;
  readonly text: string;
}

/**
 * Rules on a case by the pack of its month. The unit itself appeals; who excludes is the pack's: the city, or the district
 * over the unit. A published board stays as it is: the ruling waits for its correction.
 */
export async function ruleOnCase(
  deps: BoardDeps,
  asked: CaseRuling,
  { caller, commandId }: { readonly caller: Caller; readonly commandId: string },
): Promise<Result<Ruling, RulingError>> {
  const { month, unit, type, of, reason, text } = asked;
  const as = standingOf(deps.city.rules.units, unit, caller);
  if (!as.ok) return as;
  const board = { kind: 'month', period: month } as const;
  const id = rulingId(type, commandId);
  const known = await deps.boards.loadRuling(board, id);
  if (known !== undefined) return putRuling(deps, { ...known, unit, of, reason, text }, month);
  const rules = await chooseRules(deps, board);
  if (!rules.ok) return rules;
  const entries = await allPages((page) => deps.store.ledger(unit, month, page));
  const ruled = ruleCase(entries, { type, of, reason, as: as.value }, rules.value.score.month);
  if (!ruled.ok) return err(toError(ruled.error, reason));
  const entry = entries.find((one) => one.id === of);
  const ticketId = entry !== undefined && 'ticketId' in entry ? { ticketId: entry.ticketId } : {};
  const by = { by: caller.unit ?? '', actor: caller.subject };
  const at = deps.clock.now();
  return putRuling(deps, { id, board, at, type, unit, ...by, reason, text, of, ...ticketId }, month);
}

function toError(refusal: RulingRefusal, reason: string): RulingError {
  const rule = `score.month.exclusionReasons.${reason}`;
  switch (refusal.code) {
    case 'CASE_NOT_FOUND':
      return { code: 'NOT_FOUND' };
    case 'REASON_UNKNOWN':
      return { code: 'INVALID', field: 'reason', reason: `expected one of ${refusal.known.join(', ')}` };
    case 'NOT_DECIDER':
      return { code: 'NOT_IN_REMIT', rule: `${rule}.decidedBy`, field: 'type' };
    case 'NOT_APPEALABLE':
      return { code: 'NOT_IN_REMIT', rule: `${rule}.appealable`, field: 'reason' };
    case 'ALREADY_EXCLUDED':
      return { code: 'ALREADY_DONE', what: 'exclusion' };
    case 'ALREADY_APPEALED':
      return { code: 'ALREADY_DONE', what: 'appeal' };
    case 'NOT_EXCLUDED':
      return { code: 'INVALID', field: 'of', reason: 'the case is not excluded' };
    case 'NO_APPEAL':
      return { code: 'INVALID', field: 'of', reason: 'no appeal on this case is open' };
  }
}
