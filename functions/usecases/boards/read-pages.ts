import type { Page, PageRequest } from '../../ports/page.ts';
import { pageRowsMax } from '../../ports/page-limit.ts';

/** The pages of a listing from its first, one after the other, as long as somebody asks for them. */
export async function* pagesOf<Row>(
  list: (page: PageRequest) => Promise<Page<Row>>,
): AsyncGenerator<readonly Row[]> {
  let cursor: string | undefined;
  do {
    const page = await list({ limit: pageRowsMax, ...(cursor === undefined ? {} : { cursor }) });
    yield page.rows;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** All rows of a listing that fits into memory. */
export async function allPages<Row>(
  list: (page: PageRequest) => Promise<Page<Row>>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const page of pagesOf(list)) rows.push(...page);
  return rows;
}
