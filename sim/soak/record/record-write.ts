import { fromVersionItem } from '../../../functions/adapters/dynamodb/board-items.ts';
import { fromLedgerItem } from '../../../functions/adapters/dynamodb/ledger-item.ts';
import { fromNoteItem } from '../../../functions/adapters/dynamodb/note-item.ts';
import { fromRequestItem } from '../../../functions/adapters/dynamodb/request-item.ts';
import type { Item } from '../../../functions/adapters/dynamodb/table.ts';
import { fromTicketItem } from '../../../functions/adapters/dynamodb/ticket-item.ts';
import { fromUndertakingItem } from '../../../functions/adapters/dynamodb/undertaking-item.ts';
import { fromSightingItem } from '../../../functions/adapters/dynamodb/watch-items.ts';
import { type OwedEffect, owedEffect } from '../../../functions/core/record/ticket-record.ts';
import type { EpochMs } from '../../../functions/core/time.ts';
import type { ViewRow } from '../../../functions/ports/stored.ts';
import type { DoneCall } from '../proxy/server-call.ts';
import { plainItem } from './plain-item.ts';
import type { SoakBook } from './soak-book.ts';

/** A clearing write whose ticket has not been seen at the revision it cleared: answers overtake each other. */
interface Early {
  readonly item: Item;
  readonly values: Item;
  readonly at: EpochMs;
}

/** Writes down every write that the table has done, as the checkers know it. */
export function tableRecorder(book: SoakBook): (call: DoneCall) => void {
  let early: readonly Early[] = [];

  const cleared = (write: Early): boolean => {
    const { item, values, at } = write;
    const id = idOf(item);
    const before = book.tickets.of(id, Number(values[':expectedRev']));
    if (before === undefined) return false;
    const { wakeAt: _, ...rest } = before;
    const owed = (values[':owed'] as readonly unknown[]).map(
      (effect): OwedEffect => owedEffect.parse(effect),
    );
    const wakeAt = values[':wakeAt'] === undefined ? {} : { wakeAt: Number(values[':wakeAt']) };
    book.tickets.add(id, { ...rest, rev: Number(values[':rev']), owed, ...wakeAt }, at);
    return true;
  };

  return ({ operation, input, at, doneAt }) => {
    if (operation === 'PutItem') {
      put(book, plainItem(input.Item), at, doneAt);
      early = early.filter((write) => !cleared(write));
    }
    if (operation !== 'UpdateItem') return;
    const write = { item: plainItem(input.Key), values: plainItem(input.ExpressionAttributeValues), at };
    if (write.item.sk === 'TICKET' && !cleared(write)) early = [...early, write];
    if (write.item.sk === 'REQUEST' && !book.erasedAt.has(idOf(write.item))) {
      book.erasedAt.set(idOf(write.item), Number(write.values[':at']));
    }
  };
}

const idOf = ({ pk }: Item): string => String(pk).slice('T#'.length);

function put(book: SoakBook, item: Item, at: EpochMs, doneAt: EpochMs): void {
  const [kind = ''] = String(item.pk).split('#');
  const [part = ''] = String(item.sk).split('#');
  if (kind === 'T') putBesideTicket(book, item, part, at);
  if (kind === 'U' && part === 'UNDERTAKING') book.matters.add(idOf(item), fromUndertakingItem(item), at);
  if (kind === 'S') book.sightings.push({ sighting: fromSightingItem(item), at: doneAt });
  if (kind === 'B' && part === 'V') book.boards.push(fromVersionItem(item));
  if (kind !== 'L') return;
  const entry = fromLedgerItem(item);
  const key = `${entry.unit} ${entry.month} ${entry.id}`;
  book.ledger.set(key, entry);
  book.ledgerPutAt.set(key, doneAt);
}

function putBesideTicket(book: SoakBook, item: Item, part: string, at: EpochMs): void {
  if (part === 'TICKET') book.tickets.add(idOf(item), fromTicketItem(item), at);
  if (part === 'REQUEST') book.requests.set(idOf(item), fromRequestItem(item));
  if (part === 'NOTE') {
    const note = fromNoteItem(item);
    listIn(book.notes, note.ticketId).push({ note, at });
  }
  if (part !== 'UNIT') return;
  const row = item as unknown as ViewRow;
  listIn(book.views, `${row.ticketId} ${row.unit}`).push(row);
}

function listIn<Value>(lists: Map<string, Value[]>, key: string): Value[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
