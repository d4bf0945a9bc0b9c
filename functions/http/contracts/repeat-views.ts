import * as z from 'zod';
import { instantText } from '../../core/instant-text.ts';
import type { DurationMs } from '../../core/time.ts';
import { when } from '../../core/when.ts';
import type { PossibleRepeat } from '../../usecases/early/repeats/find-repeats.ts';
import { ticketViewSchema } from '../../usecases/ticket-view.ts';

const repeatView = z.object({
  ticketId: z.string(),
  /** Why it may be the same: so many metres away, or at the same address. */
  basis: z.enum(['distance', 'address']),
  distanceM: z.int().optional(),
  status: z.string(),
  leadUnit: z.string().optional(),
  openedAt: when,
});

/** A ticket as it was taken in, with open ones it may repeat (重复诉求): a hint, and `merge` joins it to one of them. */
export const takenView = ticketViewSchema.extend({ possibleRepeats: z.array(repeatView).optional() });

/** The open tickets a new one may repeat, as the API shows them; nothing where there are none. */
export function showRepeats(
  repeats: readonly PossibleRepeat[] = [],
  utcOffsetMs: DurationMs,
): { readonly possibleRepeats?: readonly z.infer<typeof repeatView>[] } {
  if (repeats.length === 0) return {};
  return {
    possibleRepeats: repeats.map(({ row, ...nearness }) => ({
      ticketId: row.ticketId,
      ...nearness,
      status: row.status,
      ...(row.lead === undefined ? {} : { leadUnit: row.lead }),
      openedAt: instantText(row.openedAt, utcOffsetMs),
    })),
  };
}
