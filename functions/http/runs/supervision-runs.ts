import type { InspectionRow } from '../../core/inspection/inspect.ts';
import { instantText } from '../../core/instant-text.ts';
import { ok } from '../../core/result.ts';
import { type DurationMs, minuteMs } from '../../core/time.ts';
import { inspectionFaultTitles, inspectionHeadings } from '../../messages/inspection-messages.ts';
import { countPowers } from '../../usecases/count-powers.ts';
import type { Deps } from '../../usecases/deps.ts';
import { exportInspection } from '../../usecases/export-inspection.ts';
import { listPowerUses, type PowerUse } from '../../usecases/list-power-uses.ts';
import { usePower } from '../../usecases/use-power.ts';
import { showPage } from '../contracts/rows.ts';
import { pageOf } from '../page-of.ts';
import type { Run } from '../run.ts';
import { replayed } from './replayed.ts';

/** Uses a power, once a command. */
export const usePowerRun =
  (deps: Deps): Run<'usePower'> =>
  async ({ path, body, caller, commandId }) => {
    const used = await usePower(deps, path.power, body, commandId, caller);
    if (!used.ok) return used;
    const { entry, isNew } = used.value;
    const { unit, power, at } = entry;
    const shown = { id: entry.id.slice('power-'.length), unit, power, towards: body.unitCode, at };
    return ok({
      status: isNew ? 201 : 200,
      body: showUse(deps.city.rules.utcOffsetMs)(shown),
      ...replayed(isNew),
    });
  };

type SupervisionRead = 'countPowers' | 'listPowerUses' | 'exportInspection';

/** Counts of powers, their uses, and the export for an inspection. */
export function supervisionRuns(deps: Deps): { readonly [Id in SupervisionRead]: Run<Id> } {
  const { utcOffsetMs } = deps.city.rules;
  return {
    countPowers: async ({ query: { unit, year }, caller }) => {
      const counted = await countPowers(deps, { year, ...(unit === undefined ? {} : { unit }) }, caller);
      return counted.ok ? ok({ status: 200, body: counted.value }) : counted;
    },
    listPowerUses: async ({ query, caller }) => {
      const { unit, month } = query;
      const listed = await listPowerUses(deps, { unit, month, page: pageOf(query) }, caller);
      return listed.ok ? ok({ status: 200, body: showPage(listed.value, showUse(utcOffsetMs)) }) : listed;
    },
    exportInspection: async ({ query: { unit, month, format }, caller }) => {
      const found = await exportInspection(deps, { unit, month }, caller);
      if (!found.ok) return found;
      const rows = found.value.map(showInspection(utcOffsetMs));
      if (format === 'json') return ok({ status: 200, body: { rows } });
      const { csvText } = await import('../csv.ts');
      return ok({
        status: 200,
        text: csvText(inspectionHeadings, rows.map(inspectionCells)),
        headers: csvHeaders,
      });
    },
  };
}

const showUse =
  (utcOffsetMs: DurationMs) =>
  ({ id, unit, power, towards, at, text }: PowerUse) => ({
    id,
    unitCode: unit,
    power,
    towards,
    at: instantText(at, utcOffsetMs),
    ...(text === undefined ? {} : { text }),
  });

const showInspection = (utcOffsetMs: DurationMs) => (row: InspectionRow) => {
  const { unit, at, dueBy, arrivedAt, lateMs, ...rest } = row;
  return {
    ...rest,
    unitCode: unit,
    at: instantText(at, utcOffsetMs),
    ...(dueBy === undefined ? {} : { dueBy: instantText(dueBy, utcOffsetMs) }),
    ...(arrivedAt === undefined ? {} : { arrivedAt: instantText(arrivedAt, utcOffsetMs) }),
    ...(lateMs === undefined ? {} : { lateMinutes: lateMs / minuteMs }),
  };
};

const csvHeaders = { 'content-type': 'text/csv; charset=utf-8; header=present' };

/** A row in the order of the headings. */
const inspectionCells = (row: ReturnType<ReturnType<typeof showInspection>>) => [
  row.unitCode,
  row.month,
  inspectionFaultTitles[row.fault],
  row.ticketId,
  row.kind,
  row.blower,
  row.dueBy,
  row.arrivedAt,
  row.lateMinutes,
  row.at,
];
