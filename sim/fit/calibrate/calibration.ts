import type { EpochMs } from '../../../functions/core/time.ts';
import { fitArrivals } from '../arrivals/fit-arrivals.ts';
import { addOpening, emptyHourCells, type HourCells, recordedHours } from '../arrivals/hour-cells.ts';
import { longestGap } from '../arrivals/longest-gap.ts';
import type { Mapping } from '../mapping/mapping-schema.ts';
import type { FitRow } from '../read/read-requests.ts';
import { fitLogNormal } from '../spans/fit-log-normal.ts';
import { emptyLogHistogram } from '../spans/log-histogram.ts';
import { addSpan, type OpenSpans, settleOpen } from '../spans/open-spans.ts';
import type { Calibration, GroupFit } from './calibration-result.ts';

/** What is kept of a file while it streams by: bounded by hours, groups and days, not by rows. */
export interface CalibrationState {
  readonly mapping: Mapping;
  readonly cells: HourCells;
  readonly groups: Map<string, GroupState>;
  readonly units: Map<string, number>;
  readonly answers: Record<'resolved' | 'satisfied', { yes: number; base: number }>;
  lastAt: EpochMs;
}

type GroupState = OpenSpans & { requests: number };

/** Kinds of matter beyond this many are counted together; a column of free text would not fit in memory. */
const groupsMax = 3_000;
const otherGroup = '(other)';

export const emptyCalibration = (mapping: Mapping): CalibrationState => ({
  mapping,
  cells: emptyHourCells(),
  groups: new Map(),
  units: new Map(),
  answers: { resolved: { yes: 0, base: 0 }, satisfied: { yes: 0, base: 0 } },
  lastAt: Number.NEGATIVE_INFINITY,
});

/** Counts one request. */
export function addRequest(state: CalibrationState, row: FitRow): void {
  const { openedAt, closedAt } = row;
  state.lastAt = Math.max(state.lastAt, openedAt ?? closedAt ?? state.lastAt, closedAt ?? state.lastAt);
  const group = groupOf(state.groups, row.group);
  group.requests++;
  const unit = state.units.has(row.unit) || state.units.size < groupsMax ? row.unit : otherGroup;
  state.units.set(unit, (state.units.get(unit) ?? 0) + 1);
  for (const question of ['resolved', 'satisfied'] as const) {
    if (row[question] === undefined) continue;
    state.answers[question].base++;
    if (row[question]) state.answers[question].yes++;
  }
  if (openedAt === undefined) return;
  addOpening(state.cells, openedAt, row.isDateOnly);
  addSpan(group, { openedAt, closedAt, observedUntil: row.observedUntil });
}

function groupOf(groups: Map<string, GroupState>, name: string): GroupState {
  const key = groups.has(name) || groups.size < groupsMax ? name : otherGroup;
  const known = groups.get(key);
  if (known !== undefined) return known;
  const fresh = { requests: 0, histogram: emptyLogHistogram(), openByHour: new Map<number, number>() };
  groups.set(key, fresh);
  return fresh;
}

/** Fits what was counted. Kinds of matter in order of their number. */
export function calibrationOf(state: CalibrationState): Calibration {
  const total = [...state.groups.values()].reduce((sum, { requests }) => sum + requests, 0);
  const groups = [...state.groups].map(([group, spans]): GroupFit => {
    settleOpen(spans, state.lastAt);
    const fit = fitLogNormal(spans.histogram);
    const { zero, ended, running } = spans.histogram;
    const counted = {
      group,
      requests: spans.requests,
      share: spans.requests / total,
      atOnce: zero,
      ended: sum(ended),
      open: sum(running),
    };
    return fit === undefined ? counted : { ...counted, handling: fit };
  });
  const cells = recordedHours(state.cells, state.mapping.coverage);
  const arrivals = fitArrivals(cells, state.cells.dateOnly);
  const gap = state.mapping.coverage === 'whole' ? longestGap(state.cells) : undefined;
  const { resolved, satisfied } = state.answers;
  return {
    requests: total,
    until: new Date(state.lastAt).toISOString().slice(0, 19),
    spannedDays: cells.length === 0 ? 0 : cells.at(-1)!.day - cells[0]!.day + 1,
    recordedHours: cells.length,
    ...(arrivals === undefined ? {} : { arrivals }),
    ...(gap === undefined ? {} : { gap }),
    groups: groups.sort((a, b) => b.requests - a.requests || (a.group < b.group ? -1 : 1)),
    units: [...state.units]
      .map(([unit, requests]) => ({ unit, requests, share: requests / total }))
      .sort((a, b) => b.requests - a.requests || (a.unit < b.unit ? -1 : 1)),
    ...(resolved.base === 0 ? {} : { resolved: { ...resolved, share: resolved.yes / resolved.base } }),
    ...(satisfied.base === 0 ? {} : { satisfied: { ...satisfied, share: satisfied.yes / satisfied.base } }),
  };
}

const sum = (counts: Float64Array): number => counts.reduce((total, count) => total + count, 0);
