import * as z from 'zod';
import { unitKinds } from '../directory/unit-kinds.ts';
import { sourced } from '../provenance.ts';
import { outcomes, requestKinds } from '../ticket/kinds.ts';
import { key, title } from './titled.ts';

const share = z.number().min(0).max(1);
const weight = sourced(z.number().min(0).max(100));

/** From a rate to the share of its weight it earns (分段计分). Below the first knot of `steps` nothing is earned. */
const bands = z.union([
  z.literal('linear'),
  z.strictObject({
    /** `steps`: a knot's share holds up to the next knot. `pieces`: straight lines between knots, level outside them. */
    shape: z.enum(['steps', 'pieces']),
    knots: z
      .array(z.strictObject({ rate: share, earns: share }))
      .min(1)
      .refine((knots) => knots.every(({ rate }, n) => n === 0 || rate > knots[n - 1]!.rate), {
        message: 'the rates of the knots must rise',
      }),
  }),
]);

/** What a case without an answer says: nothing (it leaves the base), yes or no. */
const missing = sourced(z.enum(['excluded', 'asYes', 'asNo']));

/** One of the three rates (三率). */
const citizenRate = z.strictObject({
  weight,
  bands: sourced(bands),
  /** Nobody reached the citizen. */
  unreachable: missing,
  /** The window of the callback passed without one. */
  notCalled: missing,
  /** The citizen was reached and left this question open, or the case was settled on the spot. */
  unanswered: missing,
});

const onTimeRate = z.strictObject({
  weight,
  bands: sourced(bands),
  /** Tickets open and past their deadline at the end of the month: late in the base, or left out of it. */
  overdueOpen: sourced(z.enum(['late', 'notCounted'])),
  /** How a delay that is charged to a summoned unit counts for the lead: out of its base, as on time, or late for both. */
  chargedDelay: sourced(z.enum(['excluded', 'onTime', 'late'])),
});

/** One class of a board (四类: 先进, 进步, 整改, 治理). Every condition that is given must hold. */
const unitClass = z.strictObject({
  title,
  when: sourced(
    z
      .strictObject({
        /** Among the first of the ranked units, as a share of them. */
        topShare: share.optional(),
        /** Among the last of the ranked units, as a share of them. */
        bottomShare: share.optional(),
        /** Months in a row, this one included, in which the share holds. */
        monthsInRow: z.int().min(1).max(12).optional(),
        /** Places won since the board before. */
        risesMin: z.int().min(1).optional(),
        scoreMin: z.number().min(0).optional(),
      })
      .refine((when) => Object.keys(when).some((name) => name !== 'monthsInRow'), {
        message: 'a class needs a condition',
      }),
  ),
});

/** Units that are ranked among themselves. */
export const group = z.strictObject({
  title,
  kinds: sourced(z.array(z.enum(unitKinds)).min(1)),
  /** The score of a unit that earns everything. */
  fullMarks: sourced(z.number().gt(0).max(1_000)),
});

/** Why a case leaves the rates (剔除), who decides it and whether the unit may appeal (申诉). */
const exclusionReason = z.strictObject({
  title,
  decidedBy: sourced(z.array(z.enum(['city', 'district'])).min(1)),
  appealable: sourced(z.boolean()),
});

/** What a unit without enough cases gets. */
const empty = (...more: ('unranked' | 'shared')[]) => sourced(z.enum([...more, 'fullMarks', 'groupMean']));

/** The month's board (月度考评): three rates, points, ranks and classes. Reads cases, rulings and points alone. */
export const monthPolicy = z.strictObject({
  rates: z.strictObject({
    response: citizenRate,
    resolution: citizenRate,
    satisfaction: citizenRate,
    onTime: onTimeRate,
  }),
  /** Kinds of matter that count; the others are counted apart. */
  countedKinds: sourced(z.array(z.enum(requestKinds)).min(1)),
  /** Endings that count; a ticket that ended otherwise was not worked on. */
  countedOutcomes: sourced(z.array(z.enum(outcomes).exclude(['open'])).min(1)),
  /** Whether a ticket that was merged into an elder one counts beside it. */
  merged: sourced(z.enum(['counted', 'excluded'])),
  exclusionReasons: z.record(key, exclusionReason),
  /** The smallest number of cases that makes a score. */
  baseMin: sourced(z.int().min(0)),
  /** A unit below `baseMin`, or of whom nobody was asked anything. */
  emptyBase: empty('unranked'),
  /** One rate without a base beside others that have one; `shared`: the others take its weight. */
  emptyRate: empty('shared'),
  bonusMax: sourced(z.number().min(0)),
  deductionMax: sourced(z.number().min(0)),
  /** Scores are rounded to this many decimals before they are ranked. */
  decimals: sourced(z.int().min(0).max(6)),
  /** What tells equal scores apart, in this order; units that are equal in all of it share a rank. */
  tieBreakers: sourced(z.array(z.enum(['response', 'resolution', 'satisfaction', 'onTime', 'cases'])).max(5)),
  /** The first class whose conditions hold is a unit's. */
  classes: z.record(key, unitClass),
  /** A department's month (部门+行业): its own cases and those of the trade it supervises. */
  department: z.strictObject({
    own: weight,
    trade: weight,
    /** Whether a case that counts as its own counts in its trade too. */
    tradeIncludesOwn: sourced(z.boolean()),
  }),
  /** Whose figures a unit's cases enter beside its own, by its kind: the area it lies in (块), the line it answers to (条). */
  countsFor: z.partialRecord(
    z.enum(unitKinds),
    sourced(z.array(z.enum(['subdistrict', 'district', 'department']))),
  ),
  groups: z.record(key, group),
});
