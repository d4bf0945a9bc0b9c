import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { key } from '../../core/policy/titled.ts';
import { type BoardKind, boardKinds } from '../../ports/board-store.ts';
import { isPeriodOf } from '../../usecases/boards/board-period.ts';
import { month } from './parameters.ts';

export const notAPeriod = 'a month such as 2026-11 for a month’s board, a year such as 2026 for the others';
export const kind = z.enum(boardKinds).meta({ description: '月度、年度、专项 / which board' });
export const period = z
  .string()
  .meta({ description: '月份或年份 / month or year', examples: ['2026-11', '2026'] });
const group = key.meta({ description: '分组 / group, such as subdistricts' });
export const jobId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'an id as answers give it');

const periodFits = (path: { readonly kind: BoardKind; readonly period: string }) =>
  isPeriodOf(path.kind, path.period);
const periodFault = { path: ['period'], message: notAPeriod };

export const boardPath = z.strictObject({ kind, period }).refine(periodFits, periodFault);
export const groupPath = z.strictObject({ kind, period, group }).refine(periodFits, periodFault);
export const unitPath = z.strictObject({ kind, period, unitCode }).refine(periodFits, periodFault);
/** The month's board alone. */
export const monthPath = z.strictObject({ kind: z.literal('month'), period: month });
export const monthUnitPath = monthPath.extend({ unitCode });
/** The boards made of ratings. */
export const ratedUnitPath = z
  .strictObject({ kind: z.enum(['annual', 'special']), period, unitCode })
  .refine(periodFits, periodFault);

export const version = z
  .union([z.literal('live'), z.coerce.number().int().min(1).max(9_999)])
  .optional()
  .meta({
    description: '版本号，或 live（实时）；缺省为现行版本 / a number or `live`; absent: the one that stands',
  });
export const versionQuery = z.strictObject({ version });
