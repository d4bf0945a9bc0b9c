import { ok } from '../../core/result.ts';
import type { UndertakingRecord } from '../../core/undertaking/undertaking-record.ts';
import { patrolHeadings } from '../../messages/patrol-messages.ts';
import type { UnitNames } from '../../usecases/boards/unit-names.ts';
import type { Deps } from '../../usecases/deps.ts';
import { commandRound, nameChief, retireRoute } from '../../usecases/early/patrols/command-route.ts';
import { listChiefs } from '../../usecases/early/patrols/list-chiefs.ts';
import { openRoute } from '../../usecases/early/patrols/open-route.ts';
import { patrolCoverage } from '../../usecases/early/patrols/patrol-coverage.ts';
import { listRoutes, monthOfRecord, readRoute } from '../../usecases/early/patrols/read-routes.ts';
import type { patrolContracts } from '../contracts/patrol-contracts.ts';
import { showChief, showCoverage, showRoute, showRouteRow } from '../contracts/patrol-views.ts';
import { showPage } from '../contracts/rows.ts';
import { pageOf } from '../page-of.ts';
import type { Run } from '../run.ts';
import { undertaken } from './undertaken.ts';

/** Patrols: what subdistricts and those who walk ask, and what everybody may read. */
export function patrolRuns(deps: Deps & { readonly names: UnitNames }): {
  readonly [Id in keyof typeof patrolContracts]: Run<Id>;
} {
  const { rules } = deps.city;
  const show = (record: UndertakingRecord) => showRoute(rules)(monthOfRecord(record));
  return {
    openPatrolRoute: async ({ body, caller, commandId }) =>
      undertaken(await openRoute(deps, body, { caller, commandId }), show, 201),
    listPatrolRoutes: async ({ query, caller }) => {
      const { area, month } = query;
      const listed = await listRoutes(deps, { area, month, page: pageOf(query) }, caller);
      return listed.ok ? ok({ status: 200, body: showPage(listed.value, showRouteRow(rules)) }) : listed;
    },
    readPatrolRoute: async ({ path, query, caller }) => {
      const found = await readRoute(deps, { routeId: path.routeId, month: query.month }, caller);
      return found.ok ? ok({ status: 200, body: showRoute(rules)(found.value) }) : found;
    },
    recordPatrolRound: async ({ path, body, caller, commandId }) => {
      const command = { type: 'recordRound', ...body } as const;
      return undertaken(await commandRound(deps, path.routeId, command, { caller, commandId }), show);
    },
    namePatrolChief: async ({ path, body, caller, commandId }) =>
      undertaken(await nameChief(deps, path.routeId, body, { caller, commandId }), show),
    retirePatrolRoute: async ({ path, caller, commandId }) =>
      undertaken(await retireRoute(deps, path.routeId, { caller, commandId }), show),
    listStreetChiefs: async ({ query }) => {
      const listed = await listChiefs(deps, { area: query.area, page: pageOf(query) });
      if (!listed.ok) return listed;
      return ok({ status: 200, body: showPage(listed.value, showChief(rules, deps.names)) });
    },
    reportPatrolCoverage: async ({ query: { format, ...query }, caller }) => {
      const report = await patrolCoverage(deps, query, caller);
      if (!report.ok) return report;
      const rows = report.value.map(showCoverage);
      if (format === 'json') return ok({ status: 200, body: { rows } });
      const headers = { 'content-type': 'text/csv; charset=utf-8; header=present' };
      const { csvText } = await import('../csv.ts');
      const cells = rows.map((row) => columns.map((column) => row[column]));
      return ok({
        status: 200,
        text: csvText(
          columns.map((column) => patrolHeadings[column]),
          cells,
        ),
        headers,
      });
    },
  };
}

const columns = Object.keys(patrolHeadings) as (keyof typeof patrolHeadings)[];
