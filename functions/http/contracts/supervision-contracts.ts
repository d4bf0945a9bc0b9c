import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { inspectionFaults } from '../../core/inspection/inspect.ts';
import { key } from '../../core/policy/titled.ts';
import { when } from '../../core/when.ts';
import { powerCountsSchema } from '../../usecases/count-powers.ts';
import { powerUse } from '../../usecases/use-power.ts';
import type { OperationId } from '../routes.ts';
import type { Contract } from './contract.ts';
import { month, pageQuery } from './parameters.ts';

const powerUseRow = z.object({
  /** What its text is erased by. */
  id: z.string(),
  unitCode: z.string(),
  power: z.string(),
  towards: z.string(),
  at: when,
  text: z.string().optional(),
});

const inspectionRow = z.object({
  fault: z.enum(inspectionFaults),
  unitCode: z.string(),
  month: z.string(),
  at: when,
  ticketId: z.string(),
  kind: z.string(),
  blower: z.string().optional(),
  dueBy: when.optional(),
  arrivedAt: when.optional(),
  lateMinutes: z.number().optional(),
});

/** Street supervision: powers used and counted, and the export for an inspection. */
export const supervisionContracts = {
  usePower: {
    path: z.strictObject({ power: key.meta({ description: '权力 / key of a power of the pack' }) }),
    body: powerUse,
    answers: { 200: powerUseRow, 201: powerUseRow },
    refusals: ['NOT_FOUND', 'FORBIDDEN', 'NOT_IN_REMIT', 'UNKNOWN_UNIT', 'CONFLICT'],
    idempotencyKey: true,
  },
  countPowers: {
    query: z.strictObject({ unit: unitCode.optional(), year: z.coerce.number().int().min(2000).max(2200) }),
    answers: { 200: powerCountsSchema },
    refusals: ['FORBIDDEN', 'UNKNOWN_UNIT'],
  },
  listPowerUses: {
    query: z.strictObject({ unit: unitCode, month, ...pageQuery }),
    answers: { 200: z.object({ rows: z.array(powerUseRow), cursor: z.string().optional() }) },
    refusals: ['FORBIDDEN', 'UNKNOWN_UNIT', 'BAD_CURSOR'],
  },
  exportInspection: {
    query: z.strictObject({ unit: unitCode, month, format: z.enum(['json', 'csv']).default('json') }),
    answers: { 200: z.object({ rows: z.array(inspectionRow) }) },
    alsoCsv: true,
    refusals: ['FORBIDDEN', 'UNKNOWN_UNIT'],
  },
} as const satisfies Partial<Record<OperationId, Contract>>;
