import { NEVER } from '../../time.ts';
import { isOrIsOver } from '../../undertaking/standing.ts';
import type { UndertakingKind } from '../../undertaking/undertaking.ts';
import { decidePatrol } from './decide-patrol.ts';
import { keepRounds, nextLimitOf } from './keep-rounds.ts';
import { type PatrolCommand, patrolCommand, patrolEvents } from './patrol-command.ts';
import { patrolList } from './patrol-list.ts';
import { type PatrolState, patrolState } from './patrol-state.ts';

/** Patrols (巡查) as undertakings: each month of a route promises its rounds, and to open the month after it. */
export const patrolKind: UndertakingKind<PatrolState, PatrolCommand> = {
  kind: 'patrol',
  state: patrolState,
  command: patrolCommand,
  events: patrolEvents,
  nextPromiseAt: nextLimitOf,
  workAt: ({ nextAt = NEVER }) => nextAt,
  keep: (state, now, _rules, out) => keepRounds(state, now, out),
  decide: (state, command, actor, now, rules, out) =>
    decidePatrol(state, command, { actor, now, rules, out }),
  keys: (state) => {
    const { route, month, retiredAt } = state;
    const limitAt = nextLimitOf(state);
    const isOpen = limitAt !== NEVER || state.nextAt !== undefined;
    const places = [...new Set([route.owner, route.subdistrict, route.district])];
    return {
      status: isOpen ? 'walking' : retiredAt === undefined ? 'ended' : 'retired',
      open: isOpen,
      owner: route.owner,
      ...(limitAt === NEVER ? {} : { actBy: limitAt }),
      lists: places.map((place) => patrolList(place, month)),
    };
  },
  mayRead: ({ route }, actor, rules) => isOrIsOver(actor, route.owner, rules),
};
