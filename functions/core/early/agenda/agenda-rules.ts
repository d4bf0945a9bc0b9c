import type { agendaKinds, agendaOrders } from '../../policy/agenda-kinds.ts';
import type { AgendaPolicy } from '../../policy/agenda-policy.ts';
import { need } from '../../rules/need.ts';
import type { DurationMs } from '../../time.ts';

type AgendaKind = (typeof agendaKinds)[number];

/** How an agenda is made. Lengths are already divided by the speed of a demonstration. */
export interface AgendaRules {
  readonly takes: readonly AgendaKind[];
  readonly overdueAfterMs: DurationMs;
  readonly groupBy: 'kind' | 'item' | 'unit' | 'district' | 'none';
  readonly orderBy: readonly (typeof agendaOrders)[number][];
  readonly rowsMax: number;
  readonly decideWithinMs: DurationMs;
}

/** Compiles the pack's section `early.agenda`. Throws `MissingRule` where a leaf has no value. */
export function compileAgenda(policy: AgendaPolicy, scaled: (ms: DurationMs) => DurationMs): AgendaRules {
  const at = 'early.agenda';
  return {
    takes: need(policy.takes, `${at}.takes`),
    overdueAfterMs: scaled(need(policy.overdueAfter, `${at}.overdueAfter`)),
    groupBy: need(policy.groupBy, `${at}.groupBy`),
    orderBy: need(policy.orderBy, `${at}.orderBy`),
    rowsMax: need(policy.rowsMax, `${at}.rowsMax`),
    decideWithinMs: scaled(need(policy.decideWithin, `${at}.decideWithin`)),
  };
}
