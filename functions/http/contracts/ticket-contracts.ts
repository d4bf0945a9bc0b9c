import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { countsSchema } from '../../usecases/count-tickets.ts';
import { caseFileSchema } from '../../usecases/read-ticket.ts';
import { submission } from '../../usecases/submission.ts';
import { finding } from '../../usecases/submit-finding.ts';
import { problem } from '../problem-schema.ts';
import type { OperationId } from '../routes.ts';
import type { Contract } from './contract.ts';
import { month, owner, pageQuery, ticketPath } from './parameters.ts';
import { takenView } from './repeat-views.ts';
import { ledgerPage, notePage, worklistPage } from './rows.ts';

const submitRefusals = [
  'CONFLICT',
  'INVALID',
  'UNKNOWN_UNIT',
  'UNKNOWN_ITEM',
  'AMBIGUOUS_PLACE',
  'PLACE_OUTSIDE_CITY',
  'PLACE_NOT_FOUND',
  'CALENDAR_COVERAGE',
] as const;

/** Rows of one import: one invocation has time for so many. */
const importRowsMax = 100;

const importedRow = z.object({
  sourceKey: z.string(),
  /** 201: a new ticket; 200: it was there; else why not. */
  status: z.int(),
  ticketId: z.string().optional(),
  problem: problem.optional(),
});

const sourceQuery = z.strictObject({
  source: submission.shape.source,
  sourceKey: submission.shape.sourceKey,
});
const openQuery = z.strictObject({ unit: unitCode, status: z.literal('open'), ...pageQuery });
const monthQuery = z.strictObject({
  unit: unitCode,
  month: month.meta({ description: '办结月份（本市时间）/ month of closing, in the city’s own time' }),
  ...pageQuery,
});

/** A search names a source and its key, or a unit with open or a month: a city's tickets are never listed whole. */
const findQuery = z.union([sourceQuery, openQuery, monthQuery]);

export const ticketContracts = {
  submitTicket: {
    body: submission,
    answers: { 200: takenView, 201: takenView },
    refusals: submitRefusals,
  },
  submitFinding: {
    body: finding,
    answers: { 200: takenView, 201: takenView },
    refusals: [...submitRefusals, 'FORBIDDEN'],
  },
  importBacklog: {
    body: z.strictObject({ tickets: z.array(submission).min(1).max(importRowsMax) }),
    answers: { 200: z.object({ results: z.array(importedRow) }) },
    refusals: [],
  },
  findTickets: {
    query: findQuery,
    answers: { 200: z.union([caseFileSchema, worklistPage, ledgerPage]) },
    refusals: ['NOT_FOUND', 'FORBIDDEN', 'UNKNOWN_UNIT', 'BAD_CURSOR'],
  },
  readTicket: {
    path: ticketPath,
    answers: { 200: caseFileSchema },
    refusals: ['NOT_FOUND', 'FORBIDDEN'],
  },
  listNotes: {
    path: ticketPath,
    query: z.strictObject(pageQuery),
    answers: { 200: notePage },
    refusals: ['NOT_FOUND', 'FORBIDDEN', 'BAD_CURSOR'],
  },
  readWorklist: {
    path: z.strictObject({ owner }),
    query: z.strictObject(pageQuery),
    answers: { 200: worklistPage },
    refusals: ['FORBIDDEN', 'UNKNOWN_UNIT', 'BAD_CURSOR'],
  },
  countTickets: {
    query: z.strictObject({ unit: unitCode.optional() }),
    answers: { 200: countsSchema },
    refusals: ['FORBIDDEN', 'UNKNOWN_UNIT'],
  },
} as const satisfies Partial<Record<OperationId, Contract>>;
