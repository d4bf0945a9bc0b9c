import type { Deps } from './deps.ts';

/** A ticket's id: a digest of (source, the source's key), so that a retry finds the ticket without an index. */
export const ticketIdOf = ({ digest }: Pick<Deps, 'digest'>, source: string, sourceKey: string): string =>
  digest(`${source}\n${sourceKey}`).slice(0, 32);

/** What a ticket id looks like. */
export const ticketIdPattern = /^[0-9a-f]{32}$/;
