import * as z from 'zod';
import { patternProblem } from './time-format.ts';

/** Header names that may carry a value; the first that the file has is read. */
const column = z.array(z.string().min(1)).min(1);

const timePattern = z.string().check((context) => {
  const problem = patternProblem(context.value);
  if (problem === undefined) return;
  context.issues.push({ code: 'custom', input: context.value, message: `"${context.value}" ${problem}` });
});

/** A kind of matter: several columns in a row, or one column that lists the levels. */
const group = z.union([
  z.strictObject({ columns: z.array(z.string().min(1)).min(1) }),
  z.strictObject({ column: z.string().min(1), separator: z.string().min(1), levels: z.int().min(1).max(5) }),
]);

/**
 * How the columns of an export of requests are read: data, so that another city's file needs no code. Only what is
 * named here is read; names, telephone numbers and texts are not.
 */
export const mapping = z.strictObject({
  schema: z.literal('citywhistle/mapping@1'),
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** Where the names of the columns come from, and what to mind in such files. */
  basis: z.array(z.string().min(1)).min(1),
  /** `auto`: UTF-8 where the beginning is valid UTF-8, else GB18030. */
  encoding: z.enum(['auto', 'utf-8', 'gb18030']),
  delimiter: z
    .string()
    .regex(/^[^"\r\n]$/, 'expected one character that separates cells, such as "," or ";"'),
  /** Patterns of the time columns, tried in order; all times are wall-clock times of the city. */
  times: z.array(timePattern).min(1),
  /** True where a time of exactly midnight means that only the day is known. */
  isMidnightDateOnly: z.boolean(),
  /** `gaps`: an hour without any request was not recorded (a file of windows); `whole`: nothing came. */
  coverage: z.enum(['whole', 'gaps']),
  columns: z.strictObject({
    key: column.optional(),
    openedAt: column,
    closedAt: column.optional(),
    /** Until when a row that is not closed was watched; without it: until the last time in the file. */
    observedUntil: column.optional(),
    unit: column.optional(),
    /** The part of the city (区, borough), the place in it (街道, ZIP), and the very spot, which tells one address from another. */
    district: column.optional(),
    place: column.optional(),
    spot: column.optional(),
    resolved: column.optional(),
    satisfied: column.optional(),
  }),
  /** The kinds of matter that handling times are fitted for; the first whose columns the file has. */
  groups: z.array(group).min(1),
  /** Texts that mean yes in `resolved` and `satisfied`, and those of nobody's answer; every other text means no. */
  yes: z.array(z.string().min(1)),
  unanswered: z.array(z.string().min(1)).default([]),
});

export type Mapping = z.infer<typeof mapping>;
