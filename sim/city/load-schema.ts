import * as z from 'zod';
import { byKey, leaf, lengthLaw, positive, share } from './scenario-leaf.ts';

const isSome = (numbers: readonly number[]) => numbers.some((number) => number > 0);
const allZero = 'needs a weight above 0';
const weight = z.number().min(0);
const weights = (count: number) => z.array(weight).length(count).refine(isSome, allZero);
const date = z.iso.date();
/** 02-29 is one: in other years it is the day after 02-28. */
const dayOfYear = z
  .string()
  .regex(/^\d{2}-\d{2}$/, 'expected MM-DD')
  .refine((text) => z.iso.date().safeParse(`2024-${text}`).success, 'is no day of the year');

/** Ten times the busiest known day of Beijing: more fits no memory, and is a slip of the hand. */
const contactsPerDayMax = 2_000_000;

/** An extra load: a multiple of what some items bring anyway, or a number of contacts about one matter at one place. */
const surge = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** First day, of one year (`2024-07-30`) or of every year (`11-07`). */
  from: z.union([date, dayOfYear]),
  /** Hour of that day at which it begins. */
  hour: z.int().min(0).max(23).default(0),
  days: positive,
  size: z.union([
    /** So many times the usual load of the items, at its height. */
    leaf(z.strictObject({ factor: z.number().min(1).max(1_000) })),
    /** So many dispatched contacts in all. */
    leaf(z.strictObject({ contacts: positive })),
  ]),
  /** Falls by half in so many days; absent: stays at its height. */
  halfLifeDays: leaf(positive).optional(),
  /** Beginnings of item codes; absent: every item. */
  items: z.array(z.string().min(1)).min(1).optional(),
  /** Codes of units within which it happens; absent: the whole city. */
  places: z.array(z.string().min(1)).min(1).optional(),
});

/** What citizens bring: how much, when, where, about what. It never depends on what units do. */
export const loadSchema = z.strictObject({
  /** Contacts (来电来件) on a mean day of the year in which measuring begins. */
  contactsPerDay: leaf(positive.max(contactsPerDayMax)),
  /** Growth from one year to the next, 0.1 for a tenth. */
  trendPerYear: leaf(z.number().gt(-1).max(10)),
  /** Contacts that become a ticket; the others are settled at the desk (当场答复). */
  dispatchShare: leaf(share.min(0.0001)),
  phoneShare: leaf(share),
  /** Kinds of dispatched requests, weights by name. */
  kinds: leaf(
    z
      .strictObject({
        consult: weight,
        help: weight,
        complaint: weight,
        report: weight,
        suggestion: weight,
        praise: weight,
      })
      .refine((kinds) => isSome(Object.values(kinds)), allZero),
  ),
  /** Weights of the hours of a day, from 0 h. */
  hours: leaf(weights(24)),
  /** Weights of Monday to Sunday; a make-up workday counts as the mean of Monday to Friday. */
  weekdays: leaf(weights(7)),
  months: leaf(weights(12)),
  /** Share of an ordinary workday's load on a statutory holiday. */
  holidayFactor: leaf(z.number().min(0).max(10)),
  /** Shape of the gamma factor that a whole day shares: contacts of a day are then negative binomial. */
  dayNoiseShape: leaf(positive),
  /** Weights of items by beginnings of their code; a weight is shared by the items it covers. */
  items: leaf(byKey(weight)),
  /** Weights of districts by code; the key `*` shares what is left by the directory's own weights. */
  places: leaf(byKey(weight)),
  repeat: z.strictObject({
    /** Share of callers who call more than once, and the share of contacts that are theirs. */
    callers: leaf(z.number().gt(0).lt(1)),
    contacts: leaf(z.number().gt(0).lt(1)),
    /** Contacts about a matter that somebody else at the address has brought already. */
    sameAddress: leaf(share),
    /** For so many days a caller, or an address, may come again. */
    withinDays: leaf(positive),
  }),
  surges: z.array(surge),
  /** Old cases (积案) that are loaded as the run begins, with dates in the past. */
  backlog: z.strictObject({ tickets: leaf(z.int().min(0).max(1_000_000)), ageDays: leaf(lengthLaw) }),
});

export type Load = z.infer<typeof loadSchema>;
export type Surge = z.infer<typeof surge>;
