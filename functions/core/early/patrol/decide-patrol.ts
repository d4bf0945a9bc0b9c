import { err, ok, type Result } from '../../result.ts';
import type { Rules } from '../../rules/rules.ts';
import type { EpochMs } from '../../time.ts';
import { isOrIsOver } from '../../undertaking/standing.ts';
import type { UndertakingActor, UndertakingOut, UndertakingRefusal } from '../../undertaking/undertaking.ts';
import { ruleOf } from './keep-rounds.ts';
import type { PatrolCommand, PatrolEvent } from './patrol-command.ts';
import { findingsMax, isHandedOver, type PatrolRound, type PatrolState } from './patrol-state.ts';

/** Who asks, when, and where it is noted. */
export interface PatrolAsk {
  readonly actor: UndertakingActor;
  readonly now: EpochMs;
  readonly rules: Rules;
  readonly out: UndertakingOut<PatrolEvent>;
}

type Decided = Result<PatrolState, UndertakingRefusal>;

/** What a command makes of a month of a route whose missed rounds are counted already. */
export function decidePatrol(state: PatrolState, command: PatrolCommand, ask: PatrolAsk): Decided {
  switch (command.type) {
    case 'recordRound':
      return recordRound(state, command, ask);
    case 'linkFinding':
      return linkFinding(state, command, ask);
    case 'unlinkFinding':
      return unlinkFinding(state, command, ask);
    case 'nameChief':
      return nameChief(state, command, ask);
    case 'retire':
      return retire(state, command, ask);
    case 'handOver':
      return handOver(state, ask);
    case 'openedNext':
      return openedNext(state, ask);
  }
}

/** Rounds are made by whoever's route it is, and may be noted by the subdistrict for them. */
const walks = ({ route }: PatrolState, { actor }: PatrolAsk): boolean =>
  actor.unit === route.owner || actor.unit === route.subdistrict;

const managesRoute = ({ route }: PatrolState, { actor, rules }: PatrolAsk): boolean =>
  isOrIsOver(actor, route.subdistrict, rules);

function recordRound(
  state: PatrolState,
  { rhythm, period, stops }: PatrolCommand & { type: 'recordRound' },
  ask: PatrolAsk,
): Decided {
  if (!walks(state, ask)) return forbidden;
  if (stops.some((stop) => stop >= state.route.stops.length)) {
    const reason = `the route has ${state.route.stops.length} stops, numbered from 0`;
    return err({ code: 'INVALID', field: 'stops', reason });
  }
  const found = openRound(state, { rhythm, period }, ask.now);
  if (!found.ok) return found;
  if (found.value.status === 'done') return outOfTurn('this round is done already');
  ask.out.entry(ask.now, 'roundDone', ask.actor.unit, ruleOf(rhythm), state.route.owner);
  const visited = [...new Set(stops)].toSorted((a, b) => a - b);
  return ok(withRound(state, found.value, { status: 'done', endedAt: ask.now, stops: visited }));
}

function linkFinding(
  state: PatrolState,
  { rhythm, period, ticketId }: PatrolCommand & { type: 'linkFinding' },
  ask: PatrolAsk,
): Decided {
  if (!walks(state, ask)) return forbidden;
  const found = openRound(state, { rhythm, period }, ask.now);
  if (!found.ok) return found;
  const { findings } = found.value;
  if (findings.includes(ticketId)) return ok(state);
  if (findings.length >= findingsMax) {
    return err({ code: 'LIMIT_REACHED', rule: ruleOf(rhythm), limit: findingsMax });
  }
  ask.out.entry(ask.now, 'findingLinked', ask.actor.unit, ruleOf(rhythm), state.route.owner);
  return ok(withRound(state, found.value, { findings: [...findings, ticketId] }));
}

/** Only the service knows which finding has the key; the round may be over by then. */
function unlinkFinding(
  state: PatrolState,
  { rhythm, period, ticketId }: PatrolCommand & { type: 'unlinkFinding' },
  { actor, now, out }: PatrolAsk,
): Decided {
  if (actor.unit !== 'clock') return forbidden;
  const round = state.rounds.find((one) => one.rhythm === rhythm && one.period === period);
  if (round === undefined || !round.findings.includes(ticketId)) return ok(state);
  out.entry(now, 'findingUnlinked', 'clock', ruleOf(rhythm), state.route.owner);
  return ok(withRound(state, round, { findings: round.findings.filter((id) => id !== ticketId) }));
}

function nameChief(
  state: PatrolState,
  { chief }: PatrolCommand & { type: 'nameChief' },
  ask: PatrolAsk,
): Decided {
  if (!managesRoute(state, ask)) return forbidden;
  if (state.retiredAt !== undefined) return outOfTurn('the route was given up');
  if (isHandedOver(state)) return handedOver;
  ask.out.entry(ask.now, 'chiefNamed', ask.actor.unit, `early.patrol.roles.${state.route.role}`);
  return ok({ ...state, route: { ...state.route, chief } });
}

/** What is still due is called off and counted so, and no month follows that is not there already. */
function retire(state: PatrolState, { elder }: PatrolCommand & { type: 'retire' }, ask: PatrolAsk): Decided {
  if (!managesRoute(state, ask)) return forbidden;
  if (state.retiredAt !== undefined) return outOfTurn('the route was given up');
  if (isHandedOver(state) !== (elder ?? false)) return handedOver;
  const { now } = ask;
  ask.out.entry(now, 'patrolRetired', ask.actor.unit, `early.patrol.roles.${state.route.role}`);
  const rounds = state.rounds.map((round) =>
    round.status === 'due' ? { ...round, status: 'void' as const, endedAt: now } : round,
  );
  const { nextAt: _, ...ending } = state;
  return ok({ ...(elder ? state : ending), rounds, retiredAt: now });
}

/** Written before the next month is, so that nothing is said of the route between the two. */
function handOver(state: PatrolState, { actor, now }: PatrolAsk): Decided {
  if (actor.unit !== 'clock') return forbidden;
  return ok(state.nextAt === undefined || isHandedOver(state) ? state : { ...state, handedOverAt: now });
}

function openedNext(state: PatrolState, { actor, now, out }: PatrolAsk): Decided {
  if (actor.unit !== 'clock') return forbidden;
  if (state.nextAt === undefined) return ok(state);
  const { nextAt: _, ...rest } = state;
  out.entry(now, 'nextMonthOpened', 'clock', `early.patrol.roles.${state.route.role}`);
  return ok(rest);
}

/** The round so named, if it may be made at `now`. */
function openRound(
  { rounds }: PatrolState,
  { rhythm, period }: { readonly rhythm: string; readonly period: string },
  now: EpochMs,
): Result<PatrolRound, UndertakingRefusal> {
  const ofRhythm = rounds.filter((round) => round.rhythm === rhythm);
  if (ofRhythm.length === 0) {
    const known = [...new Set(rounds.map((round) => round.rhythm))].join(', ');
    return err({ code: 'INVALID', field: 'rhythm', reason: `expected one of ${known}` });
  }
  const round = ofRhythm.find((one) => one.period === period);
  if (round === undefined) return err({ code: 'INVALID', field: 'period', reason: notDue });
  if (round.status === 'void') return outOfTurn('the route was given up');
  if (now < round.opensAt) return outOfTurn('this round may not be made yet');
  return now > round.dueBy ? outOfTurn('the time of this round is over') : ok(round);
}

const notDue = 'no round of this rhythm is due then';

const withRound = (state: PatrolState, round: PatrolRound, changes: Partial<PatrolRound>): PatrolState => ({
  ...state,
  rounds: state.rounds.map((one) => (one === round ? { ...one, ...changes } : one)),
});

const forbidden = err({ code: 'FORBIDDEN' } as const);
const handedOver = err({ code: 'OUT_OF_TURN', reason: 'the next month of the route has begun' } as const);
const outOfTurn = (reason: string) => err({ code: 'OUT_OF_TURN', reason } as const);
