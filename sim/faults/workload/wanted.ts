import type { Asked } from '../../check/facts.ts';

/** A request before it has been given its ids. */
export type Wanted = Pick<Asked, 'operationId' | 'caller' | 'key' | 'path' | 'body'>;
