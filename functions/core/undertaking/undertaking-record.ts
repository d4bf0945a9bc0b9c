import * as z from 'zod';
import { undertakingKindNames } from './undertaking.ts';

/** Format of a stored undertaking. Code refuses a newer one, so that old code never strips new fields in mid-deploy. */
export const undertakingFormat = 1;

const at = z.int();
const word = z.string().regex(/^[a-z][A-Za-z0-9]{0,59}$/);

/** One line of an undertaking's history: who, what, when, under which rule. Numbers are gapless from 1. */
const entry = z.object({
  n: z.int().min(1),
  at,
  event: word,
  /** `clock`, `hotline` or a unit's code. */
  by: z.string(),
  rule: z.string(),
  unit: z.string().optional(),
  /** The key of the command that caused it, with the digest of that command on the first of its lines. */
  commandId: z.string().optional(),
  commandDigest: z.string().optional(),
  /** The subject of the caller's token: a staff number, never a name. */
  actor: z.string().optional(),
});

export type UndertakingEntry = z.infer<typeof entry>;

/** Word of an undertaking on its way: `notice` to a unit, `status` to the platform. Frozen when owed. Nothing personal. */
export const undertakingEffect = z.strictObject({
  id: z.string(),
  kind: z.enum(['notice', 'status']),
  to: z.string(),
  event: word,
  at,
  rule: z.string(),
  undertakingId: z.string(),
  undertaking: z.enum(undertakingKindNames),
  rev: z.int(),
  status: z.string(),
  isOpen: z.boolean(),
  actBy: at.optional(),
  correlationId: z.string().max(128).optional(),
  /** Set when several receivers are told of one effect: the one this message is for. */
  registrationId: z.string().optional(),
});

export type UndertakingEffect = z.infer<typeof undertakingEffect>;

/** An undertaking as stores keep it; `state` is read by the schema of its kind. */
export const undertakingRecord = z.object({
  format: z.number().max(undertakingFormat, `an undertaking of a newer format than ${undertakingFormat}`),
  /** `<kind>_<digest>`. */
  id: z.string(),
  kind: z.enum(undertakingKindNames),
  /** Changes on every write and is the condition of the next. */
  rev: z.int(),
  rulesHash: z.string(),
  openedAt: at,
  /** The time of the last line of history: time never runs backwards. */
  lastAt: at,
  status: z.string(),
  isOpen: z.boolean(),
  overdue: z.boolean(),
  item: z.string().optional(),
  state: z.record(z.string(), z.unknown()),
  history: z.array(entry),
  owed: z.array(undertakingEffect),
  /** Lists it stands in, and those whose rows are still to be put right. */
  lists: z.array(z.string()),
  listsOwed: z.array(z.string()),
  /** Index keys. `wakeAt` is absent when nothing is promised, the others once it has ended. */
  wakeAt: at.optional(),
  owner: z.string().optional(),
  actBy: at.optional(),
});

export type UndertakingRecord = z.infer<typeof undertakingRecord>;
