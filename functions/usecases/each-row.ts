import type { Page, PageRequest } from '../ports/page.ts';
import { pageRowsMax } from '../ports/page-limit.ts';

/** Hands every row of a listing over, page by page. */
export async function eachRow<Row>(
  pageOf: (page: PageRequest) => Promise<Page<Row>>,
  take: (row: Row) => void,
): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await pageOf({ limit: pageRowsMax, ...(cursor === undefined ? {} : { cursor }) });
    for (const row of page.rows) take(row);
    cursor = page.cursor;
  } while (cursor !== undefined);
}
