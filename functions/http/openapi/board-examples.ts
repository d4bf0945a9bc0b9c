import type { BoardOperation } from '../board-routes.ts';
import type { Example } from './examples.ts';
import { sampleTicketId } from './sample-ticket.ts';

const path = { kind: 'month', period: '2026-10' };
const groupPath = { ...path, group: 'subdistricts' };
const unitPath = { ...path, unitCode: '110101017' };
const page = { limit: '25' };
const jobId = '3f0c6a52d9b84e07a1c5e2f7b6d8904a';

const board = {
  kind: 'month',
  period: '2026-10',
  version: 2,
  startedAt: '2026-11-03T09:00:00.000+08:00',
  at: '2026-11-03T09:01:10.000+08:00',
  complete: true,
  by: '110000',
  policy: { id: 'beijing-2023', rulesHash: '0123456789abcdef0123456789abcdef' },
  digest: '5d41402abc4b2a76b9719d911017c5925d41402abc4b2a76b9719d911017c592',
  units: 871,
  entries: 903_114,
  groups: [{ group: 'subdistricts', rows: 349 }],
  before: [{ period: '2026-09', version: 1 }],
  replaces: {
    version: 1,
    digest: '7d793037a0760186574b0282f2f435e77d793037a0760186574b0282f2f435e7',
    reason: 'ruling',
    text: '申诉成立，剔除一件。',
  },
};

const rate = (yes: number, base: number) => ({ yes, base, share: yes / base });
const rates = {
  cases: 1_250,
  response: rate(1_200, 1_230),
  resolution: rate(1_100, 1_200),
  satisfaction: rate(1_140, 1_200),
  onTime: rate(1_240, 1_252),
  overdueOpen: 2,
};

const row = {
  unit: '110101017',
  ...rates,
  excluded: 3,
  notCounted: 11,
  apart: 0,
  bonus: 0,
  deduction: 0,
  score: 94.6,
  scoreFrom: 'cases',
  rank: 12,
  rankBefore: 19,
  movement: 7,
};

const job = {
  jobId,
  task: 'publish',
  kind: 'month',
  period: '2026-10',
  state: 'waiting',
  askedAt: '2026-11-03T09:00:00.000+08:00',
  unitsDone: 0,
  unitsAll: 0,
  entries: 0,
  reads: 0,
  writes: 0,
};

const ruling = {
  id: `exclusion.${jobId}`,
  type: 'exclusion',
  unitCode: '110101017',
  at: '2026-11-02T16:30:00.000+08:00',
  by: '110000',
  actor: 'staff-4',
  reason: 'force-majeure',
  text: '特大暴雨期间的集中诉求。',
  of: `${sampleTicketId}.9`,
  ticketId: sampleTicketId,
};

const rulingBody = {
  type: ruling.type,
  unitCode: ruling.unitCode,
  of: ruling.of,
  reason: ruling.reason,
  text: ruling.text,
};

/** An example of every operation of boards. */
export const boardExamples = {
  listBoards: { query: { kind: 'month', ...page }, answer: { rows: [board] } },
  readBoard: { path, answer: { board, pending: 1, rulings: [ruling] } },
  listBoardVersions: { path, query: page, answer: { rows: [board] } },
  readBoardRows: { path: groupPath, query: page, answer: { rows: [row], cursor: '25' } },
  exportBoard: { path: groupPath, answer: { board, group: 'subdistricts', rows: [row] } },
  exportBoardCsv: {
    path: groupPath,
    answer: '\ufeff排名,单位代码,单位,得分\r\n12,110101017,永定门外街道,94.6\r\n',
  },
  compareBoards: {
    path: groupPath,
    query: { withVersion: '1' },
    answer: {
      before: { ...board, version: 1 },
      after: board,
      group: 'subdistricts',
      changes: [
        {
          unit: row.unit,
          before: { ...row, score: 94.5, rank: 13 },
          after: row,
          scoreChange: 0.1,
          rankChange: 1,
        },
      ],
    },
  },
  readBoardUnit: { path: unitPath, answer: { board, group: 'subdistricts', row } },
  readUnitNow: { path: unitPath, answer: { unitCode: row.unit, month: '2026-10', own: rates } },
  listBoardCases: {
    path: unitPath,
    query: { rate: 'resolution', answer: 'no', ...page },
    answer: {
      rows: [
        {
          type: 'case',
          id: ruling.of,
          unitCode: ruling.unitCode,
          month: '2026-10',
          at: '2026-10-21T15:02:11.000+08:00',
          ticketId: sampleTicketId,
          kind: 'complaint',
          itemCode: '0101-01',
          tier: 'emergency',
          outcome: 'unresolved',
          onTime: true,
          responded: 'yes',
          resolved: 'no',
          satisfied: 'no',
          reopens: 1,
        },
      ],
    },
  },
  listBoardRatings: {
    path: { kind: 'annual', period: '2026', unitCode: 'water' },
    query: page,
    answer: {
      rows: [
        {
          type: 'rating',
          id: '6e81fdb7cbccb388be6f240e52a775a5.31',
          unitCode: 'water',
          month: '2026-10',
          at: '2026-10-20T17:05:00.000+08:00',
          board: 'annual',
          by: '110101017',
          points: 90,
          ticketId: sampleTicketId,
        },
      ],
    },
  },
  refreshBoard: { path, body: {}, answer: { ...job, task: 'refresh' } },
  publishBoard: {
    path,
    body: { replaces: 1, reason: 'ruling', text: board.replaces.text },
    answer: job,
  },
  verifyBoard: { path, body: { version: 2 }, answer: { ...job, task: 'verify', version: 2 } },
  readBoardJob: {
    path: { jobId },
    answer: {
      ...job,
      state: 'done',
      endedAt: board.at,
      unitsDone: 2_231,
      unitsAll: 2_231,
      entries: board.entries,
      reads: 11_480,
      writes: 1_764,
      digest: board.digest,
      version: 2,
    },
  },
  listRulings: { path, query: page, answer: { rows: [ruling] } },
  ruleOnCase: { path, body: rulingBody, answer: ruling },
  givePoints: {
    path,
    body: { unitCode: row.unit, points: 0.5, reason: 'praise', text: '市民锦旗表扬。' },
    answer: {
      id: `points.${jobId}`,
      type: 'points',
      unitCode: row.unit,
      at: ruling.at,
      by: ruling.by,
      actor: ruling.actor,
      reason: 'praise',
      text: '市民锦旗表扬。',
      points: 0.5,
    },
  },
  rateUnit: {
    body: { board: 'annual', period: '2026', unitCode: 'development', points: 90 },
    answer: {
      id: `rating.${jobId}`,
      type: 'rating',
      unitCode: 'development',
      at: ruling.at,
      by: '110101017',
      actor: 'staff-2',
      reason: 'rating',
      text: '',
      points: 90,
    },
  },
} as const satisfies Record<BoardOperation, Example>;
