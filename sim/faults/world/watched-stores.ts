import type { BoardStore } from '../../../functions/ports/board-store.ts';
import type { RulesRegister } from '../../../functions/ports/rules-register.ts';
import type { WebhookStore } from '../../../functions/ports/webhook-store.ts';
import type { FactBook } from './fact-book.ts';
import { listIn } from './list-in.ts';

/** Boards whose versions and rulings are written down. */
export const watchedBoards = (
  boards: BoardStore,
  book: Pick<FactBook, 'boards' | 'rulings'>,
): BoardStore => ({
  ...boards,
  publish: async (version) => {
    const published = await boards.publish(version);
    if (published === 'published') book.boards.push(version);
    return published;
  },
  putRuling: async (ruling) => {
    const put = await boards.putRuling(ruling);
    if (put === 'stored') book.rulings.push(ruling);
    return put;
  },
});

/** A register whose publications are written down. */
export const watchedRegister = (
  register: RulesRegister,
  book: Pick<FactBook, 'publications' | 'now'>,
): RulesRegister => ({
  ...register,
  publish: async (publication) => {
    const published = await register.publish(publication);
    if (published === 'published') book.publications.push({ publication, at: book.now() });
    return published;
  },
});

/** Registrations whose revisions, and removals, are written down. */
export const watchedWebhooks = (
  webhooks: WebhookStore,
  book: Pick<FactBook, 'registrations' | 'now'>,
): WebhookStore => ({
  ...webhooks,
  put: async (registration, rev) => {
    const saved = await webhooks.put(registration, rev);
    if (saved === 'saved') listIn(book.registrations, registration.id).push({ registration, at: book.now() });
    return saved;
  },
  remove: async (id) => {
    const isRemoved = await webhooks.remove(id);
    if (isRemoved) listIn(book.registrations, id).push({ registration: undefined, at: book.now() });
    return isRemoved;
  },
});
