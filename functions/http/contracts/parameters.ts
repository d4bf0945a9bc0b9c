import * as z from 'zod';
import { monthPattern, yearPattern } from '../../core/calendar/months.ts';
import { unitCode } from '../../core/directory/unit-code.ts';
import { ticketIdPattern } from '../../usecases/ticket-id.ts';

/** The digest of a source and its key. */
const ticketId = z
  .string()
  .regex(ticketIdPattern, 'a ticket id has 32 lower-case hexadecimal digits')
  .meta({ description: '工单号 / id of a ticket' });

export const ticketPath = z.strictObject({ ticketId });

/** Whose work: the hotline's or a unit's. */
export const owner = z
  .union([z.literal('hotline'), unitCode])
  .meta({ description: '单位代码或 hotline / code of a unit, or `hotline`' });

/** A month of the city's own time. */
export const month = z
  .string()
  .regex(monthPattern, 'a month such as 2026-11')
  .meta({ description: '月份（本市时间）/ month, in the city’s own time' });

export const year = z.string().regex(yearPattern, 'a year such as 2026');

const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(100)
  .default(25)
  .meta({ description: '每页条数 / rows of a page' });

const cursor = z
  .string()
  .min(1)
  .max(2_000)
  .optional()
  .meta({ description: '上一页的 cursor / the cursor of the page before' });

export const pageQuery = { limit, cursor };
