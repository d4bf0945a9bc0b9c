import { err, ok, type Result } from '../../result.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import { isOrIsOver } from '../../undertaking/standing.ts';
import type { UndertakingActor, UndertakingOut, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import { endWarning } from './keep-warning.ts';
import type { WarningCommand, WarningEvent } from './warning-command.ts';
import type { WarningOutcome, WarningState } from './warning-state.ts';

/** Who asks, when, and where it is noted. */
interface WarningAsk {
  readonly actor: UndertakingActor;
  readonly now: EpochMs;
  readonly rules: Rules;
  readonly out: UndertakingOut<WarningEvent>;
}

/** The state as the world knows it. */
export const warningStatus = ({ endedAt, effect, response }: WarningState): string =>
  endedAt === undefined ? (response?.outcome ?? 'raised') : effect === undefined ? 'unmeasured' : 'measured';

/** What a command makes of a warning whose promises are kept. */
export function decideWarning(
  state: WarningState,
  command: WarningCommand,
  ask: WarningAsk,
): Result<WarningState, UndertakingRefusal> {
  if (command.type === 'measure') return measure(state, command.count, ask);
  return respond(state, command.type === 'dismiss' ? 'dismissed' : command.outcome, ask);
}

const eventOf = {
  acted: 'warningActedOn',
  watched: 'warningWatched',
  dismissed: 'warningDismissed',
} as const;

/** The unit that is warned, or who is over it, says what is done. Who only watched may still act or dismiss. */
function respond(
  { rungAt: _, ...state }: WarningState,
  outcome: WarningOutcome,
  { actor, now, rules, out }: WarningAsk,
): Result<WarningState, UndertakingRefusal> {
  if (!isOrIsOver(actor, state.area, rules)) return err({ code: 'FORBIDDEN' });
  const before = state.response?.outcome;
  const isOpen = state.endedAt === undefined && (before === undefined || before === 'watched');
  if (!isOpen || before === outcome) {
    const accepted = isOpen ? ['acted', 'dismissed'] : [];
    return err({ code: 'NOT_ACCEPTED', status: warningStatus(state), accepted });
  }
  const event = eventOf[outcome];
  out.entry(now, event, actor.unit, 'early.warning.respondWithin', state.area);
  if (state.district !== undefined && state.district !== actor.unit) out.notice(now, state.district, event);
  return ok(endWarning({ ...state, response: { outcome, at: now, by: actor.unit } }, now));
}

/** Only the watch measures: it has counted each hour once. Who has not responded is still pressed. */
function measure(
  state: WarningState,
  count: number,
  { actor, now, out }: WarningAsk,
): Result<WarningState, UndertakingRefusal> {
  if (actor.unit !== 'clock') return err({ code: 'FORBIDDEN' });
  if (state.effect !== undefined || state.unmeasured) {
    return err({ code: 'NOT_ACCEPTED', status: warningStatus(state), accepted: [] });
  }
  const { mean, low, high } = state.forecast;
  out.entry(now, 'warningMeasured', 'clock', 'early.warning.effect', state.area);
  const effect = { count, avoided: mean - count, low: low - count, high: high - count };
  return ok(endWarning({ ...state, effect }, now));
}
