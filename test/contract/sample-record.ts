import type { HistoryEntry, OwedEffect, TicketRecord } from '../../functions/core/record/ticket-record.ts';
import { ticketFormat } from '../../functions/core/record/ticket-record.ts';
import type { TicketState } from '../../functions/core/record/ticket-state.ts';

/** 2026-11-02T00:00:00Z */
export const openedAt = 1_793_577_600_000;

export const hour = 3_600_000;

/** A ticket id as intake makes them: 64 hex digits, different for each `n`. */
export const idOf = (n: number): string => n.toString(16).padStart(64, '0');

const freshState: TicketState = {
  status: 'dispatched',
  kind: 'help',
  item: 'water.supply.burst-pipe',
  tier: 'h24',
  place: '110105-sanlitun',
  lead: '110105-water',
  resumeStatus: 'signed',
  outcome: 'open',
  guessed: false,
  backlog: false,
  tierFixed: true,
  openedAt,
  dispatchedAt: openedAt,
  lastAt: openedAt,
  limitMs: 24 * hour,
  usedMs: 0,
  runningSince: openedAt,
  dueAt: openedAt + 24 * hour,
  rung: 0,
  signBy: openedAt + 2 * hour,
  rungAt: openedAt + 12 * hour,
  dispatchLate: false,
  signLate: false,
  contactLate: false,
  arbitrationLate: false,
  callbackAsked: false,
  wasLate: false,
  reviews: 0,
  reopens: 0,
  transfers: 0,
  disputes: 0,
  extensions: 0,
  callbackAttempts: 0,
  whistles: 0,
  extensionAskedMs: 0,
  entries: 2,
  effects: 1,
  helpers: [],
  summonses: [],
};

/** A ticket fresh from intake, on the worklist of its lead, with one effect owed. */
export function recordOf(
  n: number,
  { state, ...changes }: Partial<Omit<TicketRecord, 'state'>> & { state?: Partial<TicketState> } = {},
): TicketRecord {
  const id = idOf(n);
  return {
    format: ticketFormat,
    id,
    rev: 1,
    rulesHash: '5f'.repeat(32),
    source: 'beijing-12345',
    sourceKey: `20261102-${n}`,
    state: { ...freshState, ...state },
    history: [entryOf(1), entryOf(2)],
    owed: [effectOf(id, 1)],
    wakeAt: openedAt + 2 * hour + 1,
    owner: '110105-water',
    actBy: openedAt + 2 * hour,
    ...changes,
  };
}

/** Without the keys that an ended ticket loses. */
export function endedOf(record: TicketRecord): TicketRecord {
  const { wakeAt: _, owner: __, actBy: ___, ...rest } = record;
  const state = {
    ...record.state,
    status: 'closed',
    outcome: 'resolved',
    closedAt: openedAt + hour,
  } as const;
  return { ...rest, rev: record.rev + 1, state };
}

export const entryOf = (n: number): HistoryEntry => ({
  n,
  at: openedAt + n,
  event: 'noted',
  by: '110105-water',
  rule: 'tiers.h24.clocks.sign.limit',
  unit: '110105-sanlitun',
  commandId: `01932f4c-7d1e-7bb2-9d60-${String(n).padStart(12, '0')}`,
  actor: 'staff-20417',
});

export const effectOf = (ticketId: string, n: number): OwedEffect => ({
  id: `${ticketId}.${n}`,
  kind: 'notice',
  to: '110105-water',
  event: 'dispatched',
  at: openedAt,
  rule: 'dispatch.byCatalogue',
  ticketId,
  rev: 1,
  status: 'dispatched',
  tier: 'h24',
  item: 'water.supply.burst-pipe',
  lead: '110105-water',
  dueAt: openedAt + 24 * hour,
  overdue: false,
});

/** A ticket with more of everything than the rules let one have. */
export function biggestRecordOf(n: number): TicketRecord {
  const units = Array.from({ length: 60 }, (_, at) => `110105-department-of-${at}`);
  return recordOf(n, {
    history: Array.from({ length: 500 }, (_, at) => entryOf(at + 1)),
    owed: Array.from({ length: 200 }, (_, at) => effectOf(idOf(n), at + 1)),
    state: {
      helpers: units.slice(0, 20).map((unit) => ({ unit, dueAt: openedAt + hour, late: false })),
      summonses: units.map((unit) => ({
        whistle: 1,
        kind: 'emergency',
        blower: '110105-sanlitun',
        unit,
        status: 'called',
        calledAt: openedAt,
        arriveBy: openedAt + hour / 2,
        late: false,
      })),
    },
  });
}
