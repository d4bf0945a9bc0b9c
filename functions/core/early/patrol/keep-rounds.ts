import { type EpochMs, NEVER } from '../../time.ts';
import type { UndertakingOut } from '../../undertaking/undertaking.ts';
import type { PatrolEvent } from './patrol-command.ts';
import type { PatrolState } from './patrol-state.ts';

/** The limit of the next round that is due; `NEVER` when none is. */
export const nextLimitOf = ({ rounds }: PatrolState): EpochMs =>
  rounds.reduce((at, { status, dueBy }) => (status === 'due' ? Math.min(at, dueBy) : at), NEVER);

/**
 * Counts every round missed whose limit lies before `now`, once and at its own limit, and tells the subdistrict.
 * Rounds stand by their limits, so the oldest comes first.
 */
export function keepRounds(state: PatrolState, now: EpochMs, out: UndertakingOut<PatrolEvent>): PatrolState {
  if (nextLimitOf(state) >= now) return state;
  const { subdistrict, owner } = state.route;
  const rounds = state.rounds.map((round) => {
    if (round.status !== 'due' || round.dueBy >= now) return round;
    out.entry(round.dueBy, 'roundMissed', 'clock', ruleOf(round.rhythm), owner);
    out.notice(round.dueBy, subdistrict, 'roundMissed');
    return { ...round, status: 'missed' as const, endedAt: round.dueBy };
  });
  return { ...state, rounds };
}

/** The rule a round is due by. */
export const ruleOf = (rhythm: string): string => `early.patrol.rhythms.${rhythm}`;
