import { type LedgerEntry, ledgerEntry } from '../../core/score/ledger-entry.ts';
import { ledgerKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';

export const toLedgerItem = (entry: LedgerEntry) => ({
  ...ledgerKey(entry.unit, entry.month, entry.id),
  ...entry,
});

export const fromLedgerItem = (item: Item): LedgerEntry => parseItem(ledgerEntry, item);
