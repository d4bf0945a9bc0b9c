import type { Note } from '../ports/stored.ts';
import type { Deps } from './deps.ts';

/**
 * Puts a note beside a ticket. An erasure that came in between, and so may have looked at the notes before this one was
 * there, takes it as well: whatever was said up to then is gone.
 */
export async function keepNote({ store }: Pick<Deps, 'store'>, note: Note): Promise<void> {
  await store.addNote(note);
  const erasedAt = (await store.loadRequest(note.ticketId))?.erasedAt;
  if (erasedAt !== undefined && erasedAt >= note.at) await store.eraseNote(note);
}
