import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { idPatternOf } from '../../core/undertaking/undertaking-id.ts';
import { commandText } from '../../usecases/submission.ts';
import type { Contract } from './contract.ts';
import { month, pageQuery } from './parameters.ts';
import { forecastRow, warningRow, warningView, watchView } from './warning-views.ts';

const warningId = z
  .string()
  .regex(idPatternOf('warning'), 'a warning’s id is `warning_` and 32 hexadecimal digits')
  .meta({ description: '预警编号 / id of a warning' });
const area = unitCode.meta({ description: '街乡、区或市 / subdistrict, district or city' });
const path = z.strictObject({ warningId });

/** Early warnings and forecasts (预警、预测): read, answered, and what stands behind them. */
export const warningContracts = {
  listWarnings: {
    query: z.strictObject({
      area,
      month: month.optional(),
      ...pageQuery,
    }),
    answers: { 200: z.object({ rows: z.array(warningRow), cursor: z.string().optional() }) },
    refusals: ['UNKNOWN_UNIT', 'BAD_CURSOR'],
  },
  readWarning: { path, answers: { 200: warningView }, refusals: ['NOT_FOUND'] },
  respondToWarning: {
    path,
    body: z.strictObject({
      outcome: z
        .enum(['acted', 'watched'])
        .meta({ description: '已处置、持续关注 / it acts, or watches on' }),
      /** What is being done (处置措施). */
      text: commandText.optional(),
    }),
    answers: { 200: warningView },
    refusals: ['NOT_FOUND', 'NOT_ACCEPTED', 'CONFLICT', 'CAPACITY'],
    idempotencyKey: true,
  },
  dismissWarning: {
    path,
    body: z.strictObject({
      /** Why there is nothing to it (解除理由). */
      reason: commandText,
    }),
    answers: { 200: warningView },
    refusals: ['NOT_FOUND', 'NOT_ACCEPTED', 'CONFLICT', 'CAPACITY'],
    idempotencyKey: true,
  },
  readWatch: {
    path: z.strictObject({ unitCode: area }),
    answers: { 200: watchView },
    refusals: ['UNKNOWN_UNIT', 'FORBIDDEN', 'NOT_FOUND', 'NOT_IN_REMIT'],
  },
  listForecasts: {
    path: z.strictObject({ unitCode: area }),
    query: z.strictObject({
      itemCode: z
        .string()
        .min(1)
        .max(60)
        .optional()
        .meta({ description: '事项代码 / one item, with last year’s base and the measured coverage' }),
      limit: pageQuery.limit,
    }),
    answers: { 200: z.object({ rows: z.array(forecastRow) }) },
    refusals: ['UNKNOWN_UNIT', 'UNKNOWN_ITEM', 'FORBIDDEN', 'NOT_FOUND', 'NOT_IN_REMIT'],
  },
} as const satisfies Readonly<Record<string, Contract>>;
