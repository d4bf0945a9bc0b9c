import * as z from 'zod';
import { unitCode } from '../directory/unit-code.ts';
import { provenance } from '../provenance.ts';

const label = z.string().trim().min(1).max(120);
const title = z.strictObject({ zh: label, en: label });
const provenanceKey = z.string().min(1).max(60);
const code = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,39}$/, 'a code has letters, digits, "_", "." and "-" only');

/** One duty of a subdistrict (职责): it leads (主体承担) or only assists (协助、参与). */
const duty = z.strictObject({
  code,
  name: title,
  part: z.enum(['lead', 'assist']),
  /** The department that leads where the subdistrict only assists. */
  leads: unitCode.optional(),
  /** Items of the catalogue that are this duty. */
  items: z.array(z.string().min(1).max(60)).max(200),
  from: provenanceKey,
});

const board = z.strictObject({ code, name: title, duties: z.array(duty).min(1).max(200) });

/** The file of what a subdistrict must do and what it may not be made to do (职责清单). Cross-checks: `checkDuties`. */
export const dutyList = z.strictObject({
  schema: z.literal('citywhistle/duties@1'),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
  provenance: z.record(provenanceKey, provenance),
  /** Boards of duties (板块). */
  boards: z.array(board).min(1).max(40),
});

export type DutyList = z.infer<typeof dutyList>;
export type Duty = z.infer<typeof duty>;
