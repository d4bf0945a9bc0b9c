import type { PageRequest } from '../ports/page.ts';

/** The page a query asks for. */
export const pageOf = ({
  limit,
  cursor,
}: {
  readonly limit: number;
  readonly cursor?: string | undefined;
}): PageRequest => ({ limit, ...(cursor === undefined ? {} : { cursor }) });
