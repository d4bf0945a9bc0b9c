import type { Page, PageRequest } from '../../functions/ports/page.ts';

const pagesMax = 1_000;

/** The pages of a listing, from the first to the one without a cursor. */
export async function allPages<Row>(
  list: (page: PageRequest) => Promise<Page<Row>>,
  limit = 100,
): Promise<readonly (readonly Row[])[]> {
  const pages: (readonly Row[])[] = [];
  let cursor: string | undefined;
  do {
    if (pages.length === pagesMax) throw new Error(`a listing has more than ${pagesMax} pages`);
    const page = await list({ limit, ...(cursor !== undefined && { cursor }) });
    pages.push(page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return pages;
}

/** All rows of a listing. */
export const allRows = async <Row>(
  list: (page: PageRequest) => Promise<Page<Row>>,
): Promise<readonly Row[]> => (await allPages(list)).flat();
