import * as z from 'zod';

/** What every entry of the ledger carries. `id` is unique within its unit and month; `month` is the city's own. */
const base = {
  unit: z.string(),
  /** `2026-11`, in the city's own time. */
  month: z.string(),
  id: z.string(),
  at: z.int(),
};
const yesOrNo = z.enum(['yes', 'no']).exactOptional();
const text = z.string().exactOptional();

/** Of which ticket, and what kind of matter it was. */
const matter = {
  ticketId: z.string(),
  kind: z.string(),
  item: text,
  tier: z.string(),
  /** The department whose trade the item is (行业主管部门). */
  trade: text,
  /** A late summoned unit that the delay is charged to, where the whistle kind says so. */
  lateBy: text,
};

/** An ended ticket, in the month it ended, for its lead (考评台账). `at` is when it ended. */
const caseEntry = z.object({
  ...base,
  ...matter,
  type: z.literal('case'),
  outcome: z.string(),
  onTime: z.boolean(),
  responded: yesOrNo,
  resolved: yesOrNo,
  satisfied: yesOrNo,
  /** Whether it was merged into an elder ticket (并单), which has its own case. */
  merged: z.literal(true).exactOptional(),
  reopens: z.int(),
});

/** A ticket still open and past its deadline when the month ended: late in that month's on-time share. */
const overdueEntry = z.object({ ...base, ...matter, type: z.literal('overdue') });

/** One summons (报到) that ended, for the summoned unit. `missed`: it never came. */
const summonsEntry = z.object({
  ...base,
  type: z.literal('summons'),
  ticketId: z.string(),
  whistle: z.int(),
  kind: z.string(),
  blower: z.string(),
  outcome: z.enum(['released', 'declined', 'failed']),
  calledAt: z.int(),
  /** Absent where the whistle's kind sets no limit. */
  arriveBy: z.int().exactOptional(),
  arrivedAt: z.int().exactOptional(),
  late: z.boolean(),
});

/** Points from 0 to 100 that `by` (a unit, or `public`) gives a unit for one of the boards that read ratings. */
const ratingEntry = z.object({
  ...base,
  type: z.literal('rating'),
  board: z.enum(['annual', 'special', 'mutual']),
  by: z.string(),
  points: z.number().min(0).max(100),
  ticketId: text,
});

/** Bonus (加分) or deduction (扣分) on the month's board. */
const pointsEntry = z.object({
  ...base,
  type: z.literal('points'),
  by: z.string(),
  points: z.number(),
  reason: z.string(),
});

/** A case taken out of the rates (剔除), put back, or asked to be taken out (申诉) and refused. `of` is the case's id. */
const rulingEntry = z.object({
  ...base,
  type: z.enum(['exclusion', 'inclusion', 'appeal', 'appealRefused']),
  of: z.string(),
  by: z.string(),
  /** A key of the pack's exclusion reasons. */
  reason: z.string(),
});

/** A street used one of its powers (赋权) towards a department: once in its own ledger, and once in the city's, which names it. */
const powerEntry = z.object({
  ...base,
  type: z.literal('power'),
  power: z.string(),
  towards: text,
  by: text,
});

/** One line of the ledger: put once, never changed. A correction is a new entry. Nothing personal. */
export const ledgerEntry = z.discriminatedUnion('type', [
  caseEntry,
  overdueEntry,
  summonsEntry,
  ratingEntry,
  pointsEntry,
  rulingEntry,
  powerEntry,
]);

export type LedgerEntry = z.infer<typeof ledgerEntry>;
export type EntryType = LedgerEntry['type'];
export type EntryOf<Type extends EntryType> = Extract<LedgerEntry, { readonly type: Type }>;
export type CaseEntry = z.infer<typeof caseEntry>;
