import type { BoardJob } from '../../functions/ports/board-job.ts';
import type { BoardKey, BoardVersion, Ruling, UnitPart } from '../../functions/ports/board-store.ts';
import { openedAt } from './sample-record.ts';

export const november: BoardKey = { kind: 'month', period: '2026-11' };

export const versionOf = (version: number, changes: Partial<BoardVersion> = {}): BoardVersion => ({
  board: november,
  version,
  jobId: `job-${version}`,
  startedAt: openedAt,
  at: openedAt + version,
  complete: true,
  before: [],
  by: '110000',
  rulesHash: '5f'.repeat(16),
  policyId: 'beijing-2023',
  digest: 'd1'.repeat(32),
  units: 2,
  entries: 9,
  groups: [{ group: 'subdistricts', rows: 2 }],
  ...changes,
});

export const unitPartOf = (unit: string, changes: Partial<UnitPart> = {}): UnitPart => ({
  jobId: 'job-1',
  unit,
  entries: 3,
  digest: 'ab'.repeat(32),
  parts: 1,
  tallies: '{"own":{"cases":3}}',
  expiresAt: openedAt + 1,
  ...changes,
});

export const jobOf = (changes: Partial<BoardJob> = {}): BoardJob => ({
  id: 'job-1',
  rev: 1,
  board: november,
  task: 'publish',
  state: 'waiting',
  askedAt: openedAt,
  by: '110000',
  unitsDone: 0,
  unitsAll: 0,
  entries: 0,
  counts: { reads: 0, writes: 0 },
  ...changes,
});

export const rulingOf = (id: string, changes: Partial<Ruling> = {}): Ruling => ({
  id,
  board: november,
  at: openedAt,
  type: 'exclusion',
  unit: '110105-water',
  by: '110000',
  actor: 'staff-4',
  reason: 'force-majeure',
  text: '特大暴雨🌧️期间的诉求。',
  of: 'case-12',
  ticketId: 'aa'.repeat(16),
  ...changes,
});
