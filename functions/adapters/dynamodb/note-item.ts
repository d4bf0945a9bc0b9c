import * as z from 'zod';
import type { Note } from '../../ports/stored.ts';
import { noteKey } from './keys.ts';
import { parseItem } from './parse-item.ts';
import type { Item } from './table.ts';
import { wholeText } from './whole-text.ts';

const note = z.object({
  ticketId: z.string(),
  id: z.string(),
  at: z.int(),
  by: z.string(),
  kind: z.enum(['supplement', 'note', 'answer', 'reason']),
  text: z.string(),
  attachments: z.array(z.string()),
}) satisfies z.ZodType<Note>;

export const toNoteItem = (given: Note) => ({
  ...noteKey(given.ticketId, given.at, given.id),
  ...given,
  text: wholeText(given.text),
});

export const fromNoteItem = (item: Item): Note => parseItem(note, item);
