import * as z from 'zod';
import { sourced } from '../provenance.ts';

const weight = sourced(z.number().min(0).max(100));

/** The month's board (三率): points per rate, out of their sum. */
export const scorePolicy = z.strictObject({
  weights: z.strictObject({ response: weight, resolution: weight, satisfaction: weight }),
  /** Units with fewer scored cases than this are listed without a rank. */
  baseMin: sourced(z.int().min(0)),
  /** Whether a case whose citizen could not be reached counts in resolution and satisfaction. */
  unreachable: sourced(z.enum(['excluded', 'asResolved', 'asUnresolved'])),
});
