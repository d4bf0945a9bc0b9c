import { warningList } from '../../core/early/warning/warning-kind.ts';
import { err, ok } from '../../core/result.ts';
import type { Deps } from '../../usecases/deps.ts';
import { readForecasts } from '../../usecases/early/forecasts/read-forecasts.ts';
import { commandUndertaking } from '../../usecases/early/undertakings/command-undertaking.ts';
import { listUndertakings, readUndertaking } from '../../usecases/early/undertakings/read-undertakings.ts';
import { readWatch } from '../../usecases/early/warnings/read-watch.ts';
import { showPage } from '../contracts/rows.ts';
import type { warningContracts } from '../contracts/warning-contracts.ts';
import { warningShows } from '../contracts/warning-views.ts';
import { pageOf } from '../page-of.ts';
import type { Run } from '../run.ts';
import { undertaken } from './undertaken.ts';

/** Early warnings, the watch behind them, and forecasts. */
export function warningRuns(deps: Deps): { readonly [Id in keyof typeof warningContracts]: Run<Id> } {
  const { rules } = deps.city;
  const show = warningShows(rules);
  return {
    listWarnings: async ({ query, caller }) => {
      const { area, month } = query;
      if (!rules.units.byCode.has(area)) return err({ code: 'UNKNOWN_UNIT', unitCode: area });
      const list = warningList(area, month);
      const listed = await listUndertakings(deps, { list, page: pageOf(query) }, caller);
      return ok({ status: 200, body: showPage(listed, show.row) });
    },
    readWarning: async ({ path, caller }) => {
      const found = await readUndertaking(deps, { kind: 'warning', id: path.warningId }, caller);
      return found.ok ? ok({ status: 200, body: show.view(found.value) }) : found;
    },
    respondToWarning: async ({ path, body, caller, commandId }) => {
      const command = { type: 'respond', outcome: body.outcome };
      const asked = { kind: 'warning', id: path.warningId, command, caller, commandId } as const;
      return undertaken(await commandUndertaking(deps, { ...asked, text: body.text }), show.view);
    },
    dismissWarning: async ({ path, body, caller, commandId }) => {
      const asked = { kind: 'warning', id: path.warningId, caller, commandId } as const;
      const command = { type: 'dismiss' };
      return undertaken(await commandUndertaking(deps, { ...asked, command, text: body.reason }), show.view);
    },
    readWatch: async ({ path, caller }) => {
      const read = await readWatch(deps, path.unitCode, caller);
      return read.ok ? ok({ status: 200, body: show.watch(read.value) }) : read;
    },
    listForecasts: async ({ path, query, caller }) => {
      const read = await readForecasts(deps, { ...path, ...query }, caller);
      return read.ok ? ok({ status: 200, body: { rows: read.value.map(show.forecast) } }) : read;
    },
  };
}
