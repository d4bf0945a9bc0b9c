import { periodAt } from '../../../functions/core/early/patrol/civil-period.ts';
import { type PatrolState, patrolState } from '../../../functions/core/early/patrol/patrol-state.ts';
import { type EpochMs, minuteMs } from '../../../functions/core/time.ts';
import type { OperationId } from '../../../functions/http/routes.ts';
import type { Facts } from '../../check/facts.ts';
import { undertakingsOf } from '../../check/undertakings-of.ts';
import { oneOf } from './one-of.ts';
import type { Op } from './op.ts';
import { privateText } from './private-words.ts';
import { staffOf } from './staff-of.ts';
import type { Wanted } from './wanted.ts';

const utcOffsetMs = 8 * 60 * minuteMs;
const roles = ['street-chief', 'street-chief', 'lane-steward', 'community-commissioner'] as const;
const walkers = ['village', 'village', 'grid-1', 'daanshan'] as const;
const openers = ['daanshan', 'daanshan', 'fangshan', 'village'] as const;

/** A route to be walked from today, or from the first of the next month. */
export function newRoute({ n, a, b, who, pick }: Op, now: EpochMs): Wanted {
  const month = periodAt('month', now, utcOffsetMs);
  const from = pick % 4 === 0 ? month.endAt : now;
  return {
    operationId: 'openPatrolRoute',
    caller: staffOf(oneOf(openers, who)),
    key: `route-${n}`,
    path: {},
    body: {
      role: oneOf(roles, a),
      street: { zh: `第${n}巷` },
      unitCode: oneOf(walkers, b),
      chief: { name: `街巷长${n}` },
      stops: ['东口', '西口'],
      from: periodAt('day', from, utcOffsetMs).key,
    },
  };
}

const asks = [
  'recordPatrolRound',
  'recordPatrolRound',
  'namePatrolChief',
  'namePatrolChief',
  'namePatrolChief',
  'retirePatrolRoute',
] as const satisfies readonly OperationId[];

/** Something asked of a route that is there. */
export function onRoute(op: Op, facts: Facts): Wanted | undefined {
  const state = monthOf(op, facts);
  if (state === undefined) return undefined;
  const { route } = state;
  const operationId = oneOf(asks, op.pick);
  const isWalked = operationId === 'recordPatrolRound';
  const by = op.who % 8 === 0 ? 'fangshan-police' : isWalked ? route.owner : route.subdistrict;
  const body = bodyOf(operationId, state, op);
  if (body === undefined) return undefined;
  return {
    operationId,
    caller: staffOf(by),
    key: `step-${op.n}`,
    path: { routeId: route.routeId },
    body,
  };
}

/** What somebody found on a round of a route, or on no round at all. */
export function newFinding(op: Op, facts: Facts): Wanted {
  const state = monthOf(op, facts);
  const round = state?.rounds[op.a % Math.max(1, state.rounds.length)];
  const by = state?.route.owner ?? 'daanshan';
  const key = `found-${op.n}`;
  return {
    operationId: 'submitFinding',
    caller: staffOf(by),
    key,
    path: {},
    body: {
      sourceKey: key,
      channel: 'patrol',
      kind: 'patrol',
      itemCode: '0101-01',
      description: privateText(op.n),
      place: { unitCode: by },
      ...(round === undefined || op.b % 6 === 0
        ? {}
        : { round: { routeId: state!.route.routeId, rhythm: round.rhythm, period: round.period } }),
    },
  };
}

/** One of the months of the routes there are, mostly of the latest. */
function monthOf({ ticket, who }: Op, facts: Facts): PatrolState | undefined {
  const record = oneOf(undertakingsOf(facts, 'patrol'), ticket + (who % 2));
  return record && patrolState.parse(record.state);
}

function bodyOf(operationId: (typeof asks)[number], { rounds }: PatrolState, { n, a, b }: Op) {
  if (operationId === 'namePatrolChief') return { name: `街巷长${n}` };
  if (operationId === 'retirePatrolRoute') return {};
  const round = rounds[a % Math.max(1, rounds.length)];
  return round && { rhythm: round.rhythm, period: round.period, stops: b % 2 === 0 ? [0, 1] : [1] };
}
