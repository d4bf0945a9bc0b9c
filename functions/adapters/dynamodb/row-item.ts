import * as z from 'zod';
import type { ViewRow, WorklistRow } from '../../ports/stored.ts';
import { keyPart } from './key-part.ts';
import { viewKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';
import { withoutUndefined } from './without-undefined.ts';

const row = z.object({
  ticketId: z.string(),
  status: z.string(),
  tier: z.string(),
  item: z.string().exactOptional(),
  lead: z.string().exactOptional(),
  openedAt: z.int(),
  actBy: z.int().exactOptional(),
  dueAt: z.int().exactOptional(),
  overdue: z.boolean(),
}) satisfies z.ZodType<WorklistRow>;

/** A helping unit's row as its item; it stands on the unit's worklist while it has `actBy`. */
export function toViewItem({ unit, lead, ...view }: ViewRow) {
  const worklist = view.actBy === undefined ? undefined : keyPart(unit);
  return withoutUndefined({ ...viewKey(view.ticketId, unit), ...view, unit, leadUnit: lead, worklist });
}

/** A row of an index, of a ticket as of a helping unit. */
export const fromRowItem = ({ leadUnit: lead, ...item }: Item): WorklistRow =>
  parseItem(row, withoutUndefined({ ...item, lead }));
