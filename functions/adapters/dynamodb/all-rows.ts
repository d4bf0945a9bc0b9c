import type { Page, PageRequest } from '../../ports/page.ts';
import { pageRowsMax } from '../../ports/page-limit.ts';

/** All rows of a listing that is known to be short. */
export async function allRows<Row>(
  pageOf: (page: PageRequest) => Promise<Page<Row>>,
): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await pageOf({ limit: pageRowsMax, ...(cursor !== undefined && { cursor }) });
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}
