import * as z from 'zod';
import { howNear, isSomewhere, type Nearness, type Spot } from '../../../core/early/repeat/how-near.ts';
import { noItem } from '../../../core/rules/item-table.ts';
import { noUnit } from '../../../core/rules/unit-table.ts';
import type { Opening } from '../../../core/ticket/open.ts';
import { type StatusName, statusFacts } from '../../../core/ticket/status.ts';
import type { EpochMs } from '../../../core/time.ts';
import type { WorklistRow } from '../../../ports/stored.ts';
import type { Caller } from '../../caller.ts';
import type { Deps } from '../../deps.ts';
import { mayReadTicket } from '../../may-read-ticket.ts';

/** An open ticket that a new one may repeat: it can be merged into it. */
export type PossibleRepeat = Nearness & { readonly row: WorklistRow };

/** The part of a stored request that says where it is. */
const placed = z.object({
  place: z
    .object({ address: z.string().optional(), lat: z.number().optional(), lng: z.number().optional() })
    .optional(),
});

/**
 * Open tickets that a new one may repeat (重复诉求): of its item and subdistrict, no older than the pack says, near it or at its
 * address; nearest first, then the eldest. Nothing where the pack has no such rules, or where item, place or spot is not known:
 * then nothing is read. A unit is offered only what it may read.
 */
export async function findRepeats(
  deps: Deps,
  {
    ticketId,
    spot,
    opening,
    now,
    caller,
  }: {
    readonly ticketId: string;
    readonly spot: Spot | undefined;
    readonly opening: Pick<Opening, 'item' | 'place'>;
    readonly now: EpochMs;
    readonly caller: Caller;
  },
): Promise<readonly PossibleRepeat[]> {
  const { store, city } = deps;
  const { early, items, units } = city.rules;
  const rules = early.repeat;
  const { item, place } = opening;
  if (rules === undefined || item === noItem || place === noUnit) return [];
  if (spot === undefined || !isSomewhere(spot)) return [];
  const page = { limit: rules.lookedAtMax };
  const { rows } = await store.near(units.codes[place]!, items.codes[item]!, now - rules.withinMs, page);
  const open = rows.filter((row) => row.ticketId !== ticketId && canBeElder(row));
  const found = await Promise.all(
    open.map(async (row) => {
      const nearness = howNear(spot, await spotOf(store, row.ticketId), rules);
      if (nearness === undefined || !(await isReadable(deps, row.ticketId, caller))) return [];
      return [{ ...nearness, row }];
    }),
  );
  return found.flat().sort(nearestFirst).slice(0, rules.offeredMax);
}

/** A ticket can take others while it is at work itself. */
const canBeElder = ({ status }: WorklistRow): boolean =>
  status !== 'merged' && statusFacts[status as StatusName].type === 'open';

async function isReadable(deps: Deps, ticketId: string, caller: Caller): Promise<boolean> {
  if (caller.hotline) return true;
  const record = await deps.store.load(ticketId);
  return record !== undefined && mayReadTicket(deps, record, caller);
}

async function spotOf(store: Deps['store'], ticketId: string): Promise<Spot> {
  const body = (await store.loadRequest(ticketId))?.body;
  if (body === undefined) return {};
  return placed.parse(JSON.parse(body)).place ?? {};
}

const metres = (one: PossibleRepeat) => (one.basis === 'distance' ? one.distanceM : 0);

const nearestFirst = (a: PossibleRepeat, b: PossibleRepeat): number =>
  metres(a) - metres(b) || a.row.openedAt - b.row.openedAt || (a.row.ticketId < b.row.ticketId ? -1 : 1);
