import * as z from 'zod';
import type { ErrorCode } from './error-code.ts';
import { statusByCode } from './status-by-code.ts';

export const errorCodes = Object.keys(statusByCode) as [ErrorCode, ...ErrorCode[]];

/** An error answer (RFC 9457). Clients branch on `code`; `title` and `detail` are for people. */
export const problem = z
  .object({
    type: z.string().regex(/^urn:citywhistle:problem:[a-z-]+$/),
    title: z.string(),
    status: z.int().min(400).max(599),
    code: z.enum(errorCodes),
    detail: z.string(),
    instance: z.string(),
    errors: z.array(z.object({ field: z.string(), reason: z.string() })).optional(),
    /** Where the ticket stands, when its status is the reason. */
    ticketStatus: z.string().optional(),
    accepted: z.array(z.string()).optional(),
    rule: z.string().optional(),
    limit: z.number().optional(),
    open: z.number().optional(),
    what: z.string().optional(),
    max: z.number().optional(),
    year: z.number().optional(),
    candidates: z.array(z.string()).optional(),
    scopes: z.array(z.string()).optional(),
    unitCode: z.string().optional(),
    itemCode: z.string().optional(),
    ticketId: z.string().optional(),
    until: z.string().optional(),
    /** The duty (职责) that a task goes against, and who leads it instead. */
    duty: z
      .object({ code: z.string(), zh: z.string(), en: z.string(), leadUnit: z.string().optional() })
      .optional(),
  })
  .meta({ description: 'RFC 9457 problem details' });

export type Problem = z.infer<typeof problem>;
