import * as z from 'zod';
import { leaf } from '../scenario-leaf.ts';

/** Most groups of one unit: what a group can do is kept as bits. */
const groupsMax = 8;

const group = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  title: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  /** Share of the unit's posts. */
  share: leaf(z.number().gt(0).max(1)),
  /** Beginnings of the codes of items that these people can work on; absent: every item. */
  items: z.array(z.string().min(1)).min(1).max(200).optional(),
});

const plan = z.strictObject({
  /** Codes of units, or kinds of units as `kind:subdistrict`. The first plan that names a unit is its own. */
  units: z.array(z.string().min(1)).min(1),
  groups: z
    .array(group)
    .min(1)
    .max(groupsMax)
    .refine((groups) => new Set(groups.map(({ id }) => id)).size === groups.length, 'two groups have one id')
    .refine(
      (groups) => Math.abs(groups.reduce((sum, { share }) => sum + share.value, 0) - 1) < 1e-9,
      'the shares of the groups must make 1',
    ),
});

/**
 * Who in a unit can work on what. A matter waits for somebody who has the skill; a matter for which nobody there has it is
 * anybody's. Units that no plan names have people who can do everything.
 */
export const skillsSchema = z.array(plan).min(1).max(50);

export type SkillPlan = z.infer<typeof plan>;
