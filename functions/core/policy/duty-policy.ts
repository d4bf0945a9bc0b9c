import * as z from 'zod';
import { sourced } from '../provenance.ts';

/** How a person gives a ticket to a unit: by hand in triage (人工派单), or in the arbitration of a dispute (裁定). */
const handOvers = ['triage', 'arbitrate'] as const;
export type HandOver = (typeof handOvers)[number];

/**
 * The admission rule (准入制度): tasks against the duty list (职责清单) are not pushed down to subdistricts. What the rules
 * route by themselves, such as 直派, is no task anybody pushes down, and helping (协办) is what the list asks for.
 */
export const dutyPolicy = z.strictObject({
  /** The list: a file of this name (without `.json`) beside the city's directory. */
  list: sourced(z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/)),
  appliesTo: sourced(z.array(z.enum(handOvers)).min(1)),
  /** What happens with a matter that no row of the list covers. */
  outside: sourced(z.enum(['allowed', 'refused'])),
});
