import * as z from 'zod';
import { unitCode } from '../directory/unit-code.ts';
import { provenance } from '../provenance.ts';

const label = z.string().trim().min(1).max(120);
const title = z.strictObject({ zh: label, en: label });
const provenanceKey = z.string().min(1).max(60);
const key = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$/, 'a key has letters, digits, "_", "." and "-" only');

/**
 * Who leads or helps, resolved against the place of the ticket: `subdistrict`, `district`, `line:D` (the place's
 * district bureau under department D; D itself where there is none), `unit:U` (always U).
 */
const leadRule = z
  .string()
  .regex(
    /^(subdistrict|district|(line|unit):[A-Za-z0-9][A-Za-z0-9._-]{0,39})$/,
    'expected "subdistrict", "district", "line:<department code>" or "unit:<unit code>"',
  );

const item = z.strictObject({
  code: key,
  name: title,
  /** Key of the pack's handling tier (四级处置), or `none`. */
  tier: key,
  /** Key of the pack's dispatch class (派单时限). */
  dispatchClass: key,
  /** The unit that answers for the matter (主责). */
  lead: leadRule,
  /** Units that must cooperate (协办). */
  helpers: z.array(leadRule).max(10),
  /** The department that supervises the trade (行业主管部门). */
  supervisor: unitCode.optional(),
  /** Words of citizens' texts that point at this item; at least two characters each. */
  keywords: z.array(z.string().trim().min(2).max(40)).max(40),
  from: provenanceKey,
});

const subgroup = z.strictObject({ code: key, name: title, items: z.array(item).min(1) });
const group = z.strictObject({ code: key, name: title, subgroups: z.array(subgroup).min(1) });

/** The three-level list of matters (诉求分类, 派单目录). Cross-checks are in `checkCatalogue`. */
export const catalogue = z.strictObject({
  schema: z.literal('citywhistle/catalogue@1'),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  provenance: z.record(provenanceKey, provenance),
  groups: z.array(group).min(1),
});

export type Catalogue = z.infer<typeof catalogue>;
export type CatalogueItem = z.infer<typeof item>;
