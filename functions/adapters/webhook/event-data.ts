import * as z from 'zod';
import { unitCode } from '../../core/directory/unit-code.ts';
import { undertakingKindNames } from '../../core/undertaking/undertaking.ts';
import { when } from '../../core/when.ts';

/** A word of ours: no blank and nothing beyond ASCII, so that no free text of a citizen fits. */
const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/);
const rev = z.int().nonnegative();
/** The path of a rule in the pack or the catalogue. */
const rule = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:=-]{0,159}$/);

/**
 * What each type of event tells, by CloudEvents type. Personal data has no field here: a receiver that needs it reads
 * the ticket with its own rights. A changed meaning is a new type (`.v2`); a new field is optional.
 */
export const eventData = {
  /** 工单状态: to the platform, on every change of a ticket's status. */
  'cn.citywhistle.ticket.status.v1': z.strictObject({
    ticketId: code,
    rev,
    status: code,
    statusType: z.enum(['open', 'closed']),
    event: code,
    rule: rule.optional(),
    tier: code.optional(),
    leadUnit: unitCode.optional(),
    helperUnits: z.array(unitCode).max(100).optional(),
    dueAt: when.optional(),
    overdue: z.boolean().optional(),
  }),
  /** 承办通知: to a unit, when something is asked of it (`notice` says what: dispatched, summoned, urged and so on). */
  'cn.citywhistle.unit.notice.v1': z.strictObject({
    ticketId: code,
    rev,
    notice: code,
    rule: rule.optional(),
    dueAt: when.optional(),
    overdue: z.boolean().optional(),
    unit: unitCode,
    status: code.optional(),
    tier: code.optional(),
    actBy: when.optional(),
  }),
  /** 回访任务: to the platform, when a citizen is to be called. */
  'cn.citywhistle.callback.due.v1': z.strictObject({
    ticketId: code,
    rev,
    tier: code.optional(),
    leadUnit: unitCode.optional(),
    dueAt: when.optional(),
  }),
  /** 督办事项状态: to the platform, on every change of an undertaking's status. */
  'cn.citywhistle.undertaking.status.v1': z.strictObject({
    undertakingId: code,
    kind: z.enum(undertakingKindNames),
    rev,
    status: code,
    statusType: z.enum(['open', 'closed']),
    event: code,
    rule: rule.optional(),
    actBy: when.optional(),
  }),
  /** 督办通知: to a unit (or the hotline), when something of an undertaking is asked of it or has come to pass. */
  'cn.citywhistle.undertaking.notice.v1': z.strictObject({
    undertakingId: code,
    kind: z.enum(undertakingKindNames),
    rev,
    notice: code,
    rule: rule.optional(),
    unit: z.union([unitCode, z.literal('hotline')]),
    status: code.optional(),
    actBy: when.optional(),
  }),
  /** 测试投递: to whoever registered, on request. */
  'cn.citywhistle.webhook.test.v1': z.strictObject({ registrationId: code }),
} as const;

export type EventType = keyof typeof eventData;
export type EventData<Type extends EventType> = z.infer<(typeof eventData)[Type]>;
