import { isOrIsOver } from '../../undertaking/standing.ts';
import type { UndertakingKind } from '../../undertaking/undertaking.ts';
import { decideWarning, warningStatus } from './decide-warning.ts';
import { keepWarning, nextWarningPromise } from './keep-warning.ts';
import { type WarningCommand, warningCommand, warningEvents } from './warning-command.ts';
import { type WarningState, warningState } from './warning-state.ts';

/** The list of an area's warnings, of one month or of all. */
export const warningList = (area: string, month?: string): string =>
  month === undefined ? `warning/${area}` : `warning/${area}/${month}`;

/** Early warnings (预警) as undertakings: a unit responds in time or the ladder is climbed, and the effect is measured. */
export const warningKind: UndertakingKind<WarningState, WarningCommand> = {
  kind: 'warning',
  state: warningState,
  command: warningCommand,
  events: warningEvents,
  nextPromiseAt: nextWarningPromise,
  keep: keepWarning,
  decide: (state, command, actor, now, rules, out) =>
    decideWarning(state, command, { actor, now, rules, out }),
  keys: (state) => {
    const { area, district, city, month, item, response, endedAt, respondBy, overdue } = state;
    const isOpen = response === undefined && endedAt === undefined;
    const areas = [...new Set([area, district ?? city, city])];
    return {
      status: warningStatus(state),
      open: isOpen,
      owner: area,
      ...(isOpen ? { actBy: respondBy } : {}),
      overdue,
      item,
      lists: areas.flatMap((one) => [warningList(one), warningList(one, month)]),
    };
  },
  mayRead: ({ area }, actor, rules) => isOrIsOver(actor, area, rules),
};
