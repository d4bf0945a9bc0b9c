import { type TicketRecord, ticketFormat, ticketRecord } from '../../core/record/ticket-record.ts';
import { NewerFormat } from '../../ports/newer-format.ts';
import { keyPart } from './key-part.ts';
import { placePartition, ticketKey, wakeKeys } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';
import { withoutUndefined } from './without-undefined.ts';

/**
 * A ticket as its item. What indexes carry stands at the top and nowhere else; the rest of the state is nested. A key of
 * an index is absent, never null, so that an ended ticket leaves the wake and worklist indexes.
 */
export function toTicketItem(record: TicketRecord) {
  const { id, state, owner, actBy, wakeAt, ...rest } = record;
  const { status, tier, item, lead, dueAt, openedAt, ...inner } = state;
  const { place, overdueAt } = state;
  return withoutUndefined({
    ...ticketKey(id),
    ...rest,
    ticketId: id,
    status,
    tier,
    item,
    leadUnit: lead,
    dueAt,
    openedAt,
    overdue: overdueAt !== undefined,
    state: withoutUndefined(inner),
    ...wakeKeys(id, wakeAt),
    worklist: owner === undefined ? undefined : keyPart(owner),
    actBy,
    placeItem: place === undefined || item === undefined ? undefined : placePartition(place, item),
  });
}

/**
 * The ticket of an item.
 *
 * @throws NewerFormat before anything else is looked at; Error for an item that is broken
 */
export function fromTicketItem(stored: Item): TicketRecord {
  const { ticketId: id, format, worklist: owner, state, ...fields } = stored;
  if (typeof format === 'number' && format > ticketFormat) throw new NewerFormat(String(id), format);
  const { status, tier, item, leadUnit: lead, dueAt, openedAt, ...rest } = fields;
  const whole = { ...(state as object), status, tier, item, lead, dueAt, openedAt };
  return parseItem(
    ticketRecord,
    withoutUndefined({ ...rest, id, format, owner, state: withoutUndefined(whole) }),
  );
}
