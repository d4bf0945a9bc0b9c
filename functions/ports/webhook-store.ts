import type { Registration } from '../core/webhooks/registration.ts';
import type { Page, PageRequest } from './page.ts';

/** Who is told of what, and how. */
export interface WebhookStore {
  /** Writes a registration if none of this id exists, or (with `expectedRev`) if its revision is still that. */
  put(
    registration: Registration & { readonly rev: number },
    expectedRev?: number,
  ): Promise<'saved' | 'stale'>;
  load(id: string): Promise<(Registration & { readonly rev: number }) | undefined>;
  remove(id: string): Promise<boolean>;
  /** The registrations of an owner (`hotline` or a unit's code). */
  ofOwner(owner: string): Promise<readonly (Registration & { readonly rev: number })[]>;
  list(page: PageRequest): Promise<Page<Registration & { readonly rev: number }>>;
}
