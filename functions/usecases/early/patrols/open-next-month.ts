import { openMonth } from '../../../core/early/patrol/open-month.ts';
import type { PatrolRules } from '../../../core/early/patrol/patrol-rules.ts';
import { type PatrolState, patrolState } from '../../../core/early/patrol/patrol-state.ts';
import { ok } from '../../../core/result.ts';
import type { Rules } from '../../../core/rules/rules.ts';
import { openUndertaking } from '../undertakings/open-undertaking.ts';
import { clockCaller } from '../undertakings/undertaking-request.ts';
import type { UndertakingWork } from '../undertakings/undertaking-work.ts';
import { aboutMonth } from './patrol-id.ts';

/**
 * Opens the month after one that has ended, under the rules of today, or under its own where today's know no such role.
 * Done twice, it is opened once.
 */
export const openNextMonth: UndertakingWork = async (deps, record, rules) => {
  const { route, endsAt } = patrolState.parse(record.state);
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
    begin: (actor, now, _rules, out) => {
      out.entry(now, 'patrolOpened', actor.unit, `early.patrol.roles.${route.role}`, route.owner);
      return ok({ month, ...rest });
    },
  });
  if (!opened.ok) throw new Error(`the month after ${record.id} cannot be opened: ${opened.error.code}`);
  return { type: 'openedNext' };
};

const rulesFor = (role: string, today: Rules, own: Rules): PatrolRules =>
  today.early.patrol?.roles.has(role) ? today.early.patrol : own.early.patrol!;
