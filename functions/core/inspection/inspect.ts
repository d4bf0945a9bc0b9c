import type { LedgerEntry } from '../score/ledger-entry.ts';
import type { DurationMs, EpochMs } from '../time.ts';

/**
 * What an inspection looks at (巡察): a summons answered late (迟到) or never (未到), a ticket answered late, a ticket still
 * unanswered past its deadline when the month ended.
 */
export const inspectionFaults = ['lateArrival', 'missedArrival', 'lateAnswer', 'openOverdue'] as const;
export type InspectionFault = (typeof inspectionFaults)[number];

/** One line of the export. Nothing personal. */
export interface InspectionRow {
  readonly fault: InspectionFault;
  readonly unit: string;
  readonly month: string;
  /** When the matter ended, or the month did. */
  readonly at: EpochMs;
  readonly ticketId: string;
  /** The whistle's kind, or the kind of request. */
  readonly kind: string;
  /** Who blew the whistle. */
  readonly blower?: string;
  readonly dueBy?: EpochMs;
  readonly arrivedAt?: EpochMs;
  readonly lateMs?: DurationMs;
}

/** The faults in a unit's entries of a month, in the order they ended. A summons that was excused is none. */
export function inspect(entries: Iterable<LedgerEntry>): InspectionRow[] {
  const rows: InspectionRow[] = [];
  for (const entry of entries) {
    const row = faultOf(entry);
    if (row !== undefined) rows.push(row);
  }
  return rows.sort((a, b) => a.at - b.at || (a.ticketId < b.ticketId ? -1 : 1));
}

function faultOf(entry: LedgerEntry): InspectionRow | undefined {
  const { unit, month, at } = entry;
  if (entry.type === 'case' && !entry.onTime) {
    return { fault: 'lateAnswer', unit, month, at, ticketId: entry.ticketId, kind: entry.kind };
  }
  if (entry.type === 'overdue') {
    return { fault: 'openOverdue', unit, month, at, ticketId: entry.ticketId, kind: entry.kind };
  }
  if (entry.type !== 'summons') return undefined;
  const { ticketId, kind, blower, arriveBy, arrivedAt, outcome } = entry;
  const dueBy = arriveBy === undefined ? {} : { dueBy: arriveBy };
  const common = { unit, month, at, ticketId, kind, blower, ...dueBy } as const;
  if (arrivedAt === undefined) {
    return outcome === 'failed' ? { fault: 'missedArrival', ...common } : undefined;
  }
  // A whistle without a limit is answered in time whenever it is answered.
  if (arriveBy === undefined || arrivedAt <= arriveBy) return undefined;
  return { fault: 'lateArrival', ...common, arrivedAt, lateMs: arrivedAt - arriveBy };
}
