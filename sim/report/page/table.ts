import { Html, html } from './html.ts';

/** A cell: what is read, and what the column is sorted by where that differs. */
type Cell = string | Html | { readonly text: string | Html; readonly sort: number | string };

interface Column {
  readonly title: string;
  /** Right-aligned figures; sorting starts with the largest. */
  readonly numeric?: boolean;
}

export interface TableProps {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Headers become buttons that sort. */
  readonly sortable?: boolean;
}

/** A table with a caption and headers that name their column; the first cell of a row heads it. */
export function table({ caption, columns, rows, sortable = false }: TableProps): Html {
  const kind = (n: number) => (columns[n]?.numeric === true ? 'num' : 'txt');
  const head = columns.map(
    ({ title }, n) =>
      html`<th scope="col" class="${kind(n)}">${
        sortable ? html`<button type="button" data-sort-column="${n}">${title}</button>` : title
      }</th>`,
  );
  const body = rows.map((row) => html`<tr>${row.map((cell, n) => cellOf(cell, n, kind(n)))}</tr>`);
  return html`<div class="table" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function cellOf(cell: Cell, n: number, kind: string): Html {
  const isSorted = typeof cell === 'object' && !(cell instanceof Html);
  const text = isSorted ? cell.text : cell;
  const sort = isSorted ? html` data-sort="${cell.sort}"` : undefined;
  return n === 0
    ? html`<th scope="row" class="${kind}"${sort}>${text}</th>`
    : html`<td class="${kind}"${sort}>${text}</td>`;
}
