import { stringify } from 'csv-stringify/sync';

/** A cell of a table; absent: empty. */
export type Cell = string | number | undefined;

/** What a spreadsheet would take for a formula, in East Asian locales also by its full-width sign (OWASP, CSV injection). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A table as CSV (RFC 4180) that spreadsheets open as it is: with the byte-order mark without which they take UTF-8 for
 * another encoding, and with no text that they would run as a formula.
 */
export const csvText = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([header, ...rows], {
    bom: true,
    record_delimiter: 'windows',
    cast: { string: (text) => (formula.test(text) ? `'${text}` : text) },
  });
