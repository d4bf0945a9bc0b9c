import { openMonth } from '../../../core/early/patrol/open-month.ts';
import type { PatrolRules } from '../../../core/early/patrol/patrol-rules.ts';
import { type PatrolState, patrolState } from '../../../core/early/patrol/patrol-state.ts';
import { ok } from '../../../core/result.ts';
import type { Rules } from '../../../core/rules/rules.ts';
import type { UndertakingRecord } from '../../../core/undertaking/undertaking-record.ts';
import type { Deps } from '../../deps.ts';
import { commandUndertaking } from '../undertakings/command-undertaking.ts';
import { openUndertaking } from '../undertakings/open-undertaking.ts';
import { clockCaller } from '../undertakings/undertaking-request.ts';
import type { UndertakingWork } from '../undertakings/undertaking-work.ts';
import { aboutMonth } from './patrol-id.ts';

/**
 * Opens the month after one that has ended, under the rules of today, or under its own where today's know no such role.
 * Done twice, it is opened once. The ended month hands over first, in a write of its own: whoever names a chief or gives
 * the route up at that very moment is either in what the next month is made from, or is asked to say it there.
 */
export const openNextMonth: UndertakingWork = async (deps, record, rules) => {
  const { route, endsAt, nextAt } = await handedOver(deps, record);
  if (nextAt === undefined) return { type: 'openedNext' };
  const { utcOffsetMs } = rules;
  const { month, ...rest } = openMonth(
    route,
    endsAt,
    rulesFor(route.role, deps.city.rules, rules),
    utcOffsetMs,
  );
  const opened = await openUndertaking<PatrolState>(deps, {
    kind: 'patrol',
    about: aboutMonth(route.routeId, month),
    said: [route.routeId, month],
    caller: clockCaller,
    commandId: `month-${month}`,
    openedAt: endsAt,
    begin: (actor, now, _rules, out) => {
      out.entry(now, 'patrolOpened', actor.unit, `early.patrol.roles.${route.role}`, route.owner);
      return ok({ month, ...rest });
    },
  });
  if (!opened.ok) throw new Error(`the month after ${record.id} cannot be opened: ${opened.error.code}`);
  return { type: 'openedNext' };
};

async function handedOver(deps: Deps, { id, state }: UndertakingRecord): Promise<PatrolState> {
  const stands = patrolState.parse(state);
  if (stands.handedOverAt !== undefined) return stands;
  const command = { type: 'handOver' };
  const asked = {
    kind: 'patrol',
    id,
    command,
    commandId: `hand-over-${stands.month}`,
    caller: clockCaller,
  } as const;
  const done = await commandUndertaking(deps, asked);
  if (!done.ok) throw new Error(`${id} could not be handed over: ${done.error.code}`);
  return patrolState.parse(done.value.record.state);
}

const rulesFor = (role: string, today: Rules, own: Rules): PatrolRules =>
  today.early.patrol?.roles.has(role) ? today.early.patrol : own.early.patrol!;
