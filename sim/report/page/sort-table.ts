import type { PageElement } from './dom.ts';

const rowsOf = (body: PageElement): PageElement[] => [...Array.from(body.children)];

/** Sorts the table of a pressed header: figures with the largest first, a second press turns it round. */
export function sortTable(button: PageElement): void {
  const header = button.closest('th');
  const table = button.closest('table');
  const body = table?.querySelector('tbody');
  const column = Number(button.dataset.sortColumn);
  if (header === null || table === null || body === null || body === undefined) return;
  const isNumeric = header.getAttribute('class') === 'num';
  const now = header.getAttribute('aria-sort');
  const next =
    now === null
      ? isNumeric
        ? 'descending'
        : 'ascending'
      : now === 'ascending'
        ? 'descending'
        : 'ascending';
  for (const other of table.querySelectorAll('th[aria-sort]')) other.removeAttribute('aria-sort');
  header.setAttribute('aria-sort', next);
  const sign = next === 'ascending' ? 1 : -1;
  const rows = rowsOf(body).toSorted((a, b) => sign * compare(keyOf(a, column), keyOf(b, column)));
  body.append(...rows);
}

function keyOf(row: PageElement, column: number): string | number {
  const cell = Array.from(row.children)[column];
  const text = cell?.dataset.sort ?? cell?.textContent ?? '';
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}

const compare = (a: string | number, b: string | number): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'zh');
