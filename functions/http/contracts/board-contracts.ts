import * as z from 'zod';
import { yearPattern } from '../../core/calendar/months.ts';
import { unitCode } from '../../core/directory/unit-code.ts';
import { key } from '../../core/policy/titled.ts';
import { rowAnswers } from '../../core/score/cases-behind.ts';
import { rateNames } from '../../core/score/score-rules.ts';
import { correctionReasons } from '../../usecases/boards/ask-board-job.ts';
import { commandText } from '../../usecases/submission.ts';
import type { BoardOperation } from '../board-routes.ts';
import {
  boardPath,
  groupPath,
  jobId,
  kind,
  monthPath,
  monthUnitPath,
  notAPeriod,
  period,
  ratedUnitPath,
  unitPath,
  version,
  versionQuery,
} from './board-parameters.ts';
import { boardHead, boardJobView, boardRows, boardView, rulingView, unitNowView } from './board-views.ts';
import type { Contract } from './contract.ts';
import { pageQuery } from './parameters.ts';
import { ledgerPage } from './rows.ts';

/** Why, for the audit. */
const reasonText = commandText.max(500);

const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), cursor: z.string().optional() });

const rulesHash = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .optional();
const reading = ['NOT_FOUND', 'FORBIDDEN'] as const;
const asking = [
  'FORBIDDEN',
  'INVALID',
  'CONFLICT',
  'NO_SUCH_BOARD',
  'NO_RULES',
  'ALREADY_PUBLISHED',
  'NOT_PUBLISHED',
] as const;
const ruling = [
  'FORBIDDEN',
  'CONFLICT',
  'NOT_FOUND',
  'UNKNOWN_UNIT',
  'INVALID',
  'NOT_IN_REMIT',
  'ALREADY_DONE',
  'NO_SUCH_BOARD',
  'NO_RULES',
] as const;

export const boardContracts = {
  listBoards: {
    query: z.strictObject({ kind, ...pageQuery }),
    answers: { 200: pageOf(boardView) },
    refusals: ['BAD_CURSOR'],
  },
  readBoard: { path: boardPath, query: versionQuery, answers: { 200: boardHead }, refusals: reading },
  listBoardVersions: {
    path: boardPath,
    query: z.strictObject(pageQuery),
    answers: { 200: pageOf(boardView) },
    refusals: ['BAD_CURSOR'],
  },
  readBoardRows: {
    path: groupPath,
    query: z.strictObject({ version, ...pageQuery }),
    answers: { 200: pageOf(boardRows) },
    refusals: [...reading, 'BAD_CURSOR'],
  },
  exportBoard: {
    path: groupPath,
    query: versionQuery,
    answers: { 200: z.object({ board: boardView, group: z.string(), rows: z.array(boardRows) }) },
    refusals: reading,
  },
  exportBoardCsv: {
    path: groupPath,
    query: versionQuery,
    answers: {
      200: z.string().meta({ description: 'UTF-8 with byte-order mark; headers by Accept-Language' }),
    },
    media: 'text/csv',
    refusals: reading,
  },
  compareBoards: {
    path: groupPath,
    query: z.strictObject({
      version,
      /** What it is compared with: another period, another version; one of them. */
      withPeriod: period.optional(),
      withVersion: version,
    }),
    answers: {
      200: z.object({
        before: boardView,
        after: boardView,
        group: z.string(),
        changes: z.array(
          z.object({
            unit: z.string(),
            before: boardRows.optional(),
            after: boardRows.optional(),
            scoreChange: z.number().optional(),
            rankChange: z.number().optional(),
          }),
        ),
      }),
    },
    refusals: reading,
  },
  readBoardUnit: {
    path: unitPath,
    query: versionQuery,
    answers: { 200: z.object({ board: boardView, group: z.string(), row: boardRows }) },
    refusals: [...reading, 'UNKNOWN_UNIT'],
  },
  readUnitNow: {
    path: monthUnitPath,
    answers: { 200: unitNowView },
    refusals: ['FORBIDDEN', 'UNKNOWN_UNIT', 'NO_RULES'],
  },
  listBoardCases: {
    path: monthUnitPath,
    query: z.strictObject({
      of: z.enum(['own', 'trade', 'charged']).default('own'),
      rate: z.enum(rateNames),
      answer: z.enum(rowAnswers),
      version,
      ...pageQuery,
    }),
    answers: { 200: ledgerPage },
    refusals: [...reading, 'UNKNOWN_UNIT', 'BAD_CURSOR'],
  },
  listBoardRatings: {
    path: ratedUnitPath,
    query: z.strictObject({ version, ...pageQuery }),
    answers: { 200: ledgerPage },
    refusals: [...reading, 'UNKNOWN_UNIT', 'BAD_CURSOR'],
  },
  refreshBoard: {
    path: boardPath,
    body: z.strictObject({ rulesHash }),
    answers: { 202: boardJobView },
    refusals: asking,
    idempotencyKey: true,
  },
  publishBoard: {
    path: boardPath,
    body: z
      .strictObject({
        rulesHash,
        /** A correction (更正): the version that stands, and why it is replaced. */
        replaces: z.int().min(1).optional(),
        reason: z.enum(correctionReasons).optional(),
        text: reasonText.optional(),
      })
      .refine(
        ({ replaces, reason, text }) =>
          [reason, text].every((one) => (one === undefined) === (replaces === undefined)),
        'a correction has replaces, reason and text',
      ),
    answers: { 202: boardJobView },
    refusals: asking,
    idempotencyKey: true,
  },
  verifyBoard: {
    path: boardPath,
    body: z.strictObject({ version: z.int().min(1).optional() }),
    answers: { 202: boardJobView },
    refusals: asking,
    idempotencyKey: true,
  },
  readBoardJob: {
    path: z.strictObject({ jobId }),
    answers: { 200: boardJobView },
    refusals: ['NOT_FOUND'],
  },
  listRulings: {
    path: boardPath,
    query: z.strictObject(pageQuery),
    answers: { 200: pageOf(rulingView) },
    refusals: ['BAD_CURSOR'],
  },
  ruleOnCase: {
    path: monthPath,
    body: z.strictObject({
      type: z.enum(['exclusion', 'inclusion', 'appeal', 'appealRefused']),
      unitCode,
      /** The case's id, as lists of cases give it. */
      of: z.string().min(1).max(200),
      reason: key,
      text: reasonText,
    }),
    answers: { 201: rulingView },
    refusals: ruling,
    idempotencyKey: true,
  },
  givePoints: {
    path: monthPath,
    body: z.strictObject({
      unitCode,
      points: z
        .number()
        .min(-100)
        .max(100)
        .refine((points) => points !== 0, 'points are above or below zero'),
      reason: key,
      text: reasonText,
    }),
    answers: { 201: rulingView },
    refusals: ruling,
    idempotencyKey: true,
  },
  rateUnit: {
    body: z.strictObject({
      board: z.enum(['annual', 'special']),
      period: z.string().regex(yearPattern, notAPeriod),
      unitCode,
      points: z.number().min(0).max(100),
      public: z.literal(true).optional(),
      text: reasonText.optional(),
    }),
    answers: { 201: rulingView },
    refusals: ruling,
    idempotencyKey: true,
  },
} as const satisfies Record<BoardOperation, Contract>;
