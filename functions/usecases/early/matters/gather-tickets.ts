import * as z from 'zod';
import type { MatterTask } from '../../../core/early/matter/matter-state.ts';
import { type StatusName, statusFacts } from '../../../core/ticket/status.ts';
import type { Deps } from '../../deps.ts';

/** Where gathering stands: in which place of the selection, and after which ticket there. */
const standing = z.object({ place: z.int().min(0), after: z.string().optional() });
type Standing = z.infer<typeof standing>;

/** Places without such a ticket are passed in one go, so many at most. */
const placesAtOnce = 20;

/**
 * The next page of open tickets that a selection names: of one item, place by place, opened within its window. Tickets opened
 * meanwhile lie before the page and are not lost to it.
 */
export async function gatherTickets(
  deps: Deps,
  { selection, cursor }: Pick<MatterTask, 'selection' | 'cursor'>,
  size: number,
): Promise<{ readonly ids: readonly string[]; readonly next?: string; readonly taken: 0 }> {
  const { item, places, from, to } = selection!;
  let ids: readonly string[] = [];
  let at: Standing | undefined = cursor === undefined ? { place: 0 } : standing.parse(JSON.parse(cursor));
  for (let looked = 0; at !== undefined && ids.length === 0 && looked < placesAtOnce; looked += 1) {
    const { place, after }: Standing = at;
    const page = { limit: size, ...(after === undefined ? {} : { cursor: after }) };
    const found = await deps.store.near(places[place]!, item, from, page);
    ids = found.rows.flatMap(({ ticketId, openedAt, status }) =>
      openedAt <= to && statusFacts[status as StatusName].type === 'open' ? [ticketId] : [],
    );
    if (found.cursor !== undefined) at = { place, after: found.cursor };
    else at = place + 1 < places.length ? { place: place + 1 } : undefined;
  }
  return { ids, taken: 0, ...(at === undefined ? {} : { next: JSON.stringify(at) }) };
}
