import * as z from 'zod';
import { leaf } from '../scenario-leaf.ts';

/** Helpers (协办) do their part at desks of their own, behind what their unit has to do anyway. */
export const helpSchema = z.strictObject({
  /** Staff hours of one helper's part as a share of those of the matter. */
  workShare: leaf(z.number().positive().max(10)),
});
