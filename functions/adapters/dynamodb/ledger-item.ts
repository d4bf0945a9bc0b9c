import * as z from 'zod';
import type { LedgerEntry } from '../../ports/stored.ts';
import { ledgerKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';

const yesOrNo = z.enum(['yes', 'no']).exactOptional();

const ledgerEntry = z.object({
  unit: z.string(),
  month: z.string(),
  ticketId: z.string(),
  n: z.int(),
  closedAt: z.int(),
  kind: z.string(),
  item: z.string().exactOptional(),
  tier: z.string(),
  outcome: z.string(),
  onTime: z.boolean(),
  responded: yesOrNo,
  resolved: yesOrNo,
  satisfied: yesOrNo,
  reopens: z.int(),
}) satisfies z.ZodType<LedgerEntry>;

export const toLedgerItem = (entry: LedgerEntry) => ({
  ...ledgerKey(entry.unit, entry.month, entry.ticketId, entry.n),
  ...entry,
});

export const fromLedgerItem = (item: Item): LedgerEntry => parseItem(ledgerEntry, item);
