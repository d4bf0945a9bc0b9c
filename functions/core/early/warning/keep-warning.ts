import type { Rules } from '../../rules/rules.ts';
import { type EpochMs, NEVER } from '../../time.ts';
import type { UndertakingOut } from '../../undertaking/undertaking.ts';
import type { WarningEvent } from './warning-command.ts';
import type { WarningState } from './warning-state.ts';

/** The earliest instant a warning watches: the next rung while nobody has responded, and its measurement. */
export const nextWarningPromise = (state: WarningState): EpochMs =>
  Math.min(state.rungAt ?? NEVER, isMeasured(state) ? NEVER : state.measureBy);

const isMeasured = ({ effect, unmeasured }: WarningState) => effect !== undefined || unmeasured;

/**
 * A warning ends when its effect is known, or never will be, and nobody is pressed for a response any more: one that is
 * given takes the next rung away.
 */
export const endWarning = (state: WarningState, at: EpochMs): WarningState =>
  isMeasured(state) && state.rungAt === undefined ? { ...state, endedAt: at } : state;

/** When rung `rung` of the pack's ladder stands for this warning; none when the ladder has no more. */
export function rungTime(
  { raisedAt, respondBy }: Pick<WarningState, 'raisedAt' | 'respondBy'>,
  rung: number,
  { ladder, speed }: Pick<Rules, 'ladder' | 'speed'>,
): { readonly rungAt?: EpochMs } {
  if (rung >= ladder.count) return {};
  const after = Math.ceil(ladder.afterMs[rung]! / speed);
  return { rungAt: raisedAt + Math.round(ladder.share[rung]! * (respondBy - raisedAt)) + after };
}

/**
 * Applies what a warning promised up to `now`, oldest first: rungs climbed (提级) while nobody has responded, each telling
 * whom the pack says; a measurement that did not come.
 */
export function keepWarning(
  state: WarningState,
  now: EpochMs,
  rules: Rules,
  out: UndertakingOut<WarningEvent>,
): WarningState {
  let kept = state;
  for (let at = nextWarningPromise(kept); at < now; at = nextWarningPromise(kept)) {
    kept = at === kept.rungAt ? climb(kept, at, rules, out) : miss(kept, at, out);
  }
  return kept;
}

function climb(
  { rungAt: _, ...state }: WarningState,
  at: EpochMs,
  rules: Rules,
  out: UndertakingOut<WarningEvent>,
): WarningState {
  const { ladder } = rules;
  const { rung, area, city, district = city } = state;
  const to = { lead: area, district: area === district ? city : district, city }[ladder.targets[rung]!];
  const isDeadline = rung === ladder.deadline;
  const event = isDeadline ? 'warningOverdue' : 'warningRungClimbed';
  out.entry(at, event, 'clock', ladder.rules[rung]!, to);
  for (const one of isDeadline ? new Set([area, to]) : [to]) out.notice(at, one, event);
  const overdue = state.overdue || isDeadline;
  return endWarning({ ...state, rung: rung + 1, overdue, ...rungTime(state, rung + 1, rules) }, at);
}

function miss(state: WarningState, at: EpochMs, out: UndertakingOut<WarningEvent>): WarningState {
  out.entry(at, 'warningUnmeasured', 'clock', 'early.warning.effect', state.area);
  return endWarning({ ...state, unmeasured: true }, at);
}
