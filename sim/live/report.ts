/** One promise of the service, what this run saw of it, and whether it was kept. */
export interface Finding {
  readonly promise: string;
  readonly saw: string;
  readonly kept: boolean;
}

/** Terminals show a Chinese character two columns wide. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (char.codePointAt(0)! > 0x2e7f ? 2 : 1), 0);

/** Rows as columns two blanks apart; the last column runs free. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, n) =>
    Math.max(...rows.map((row) => widthOf(row[n] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, n) => (n === row.length - 1 ? cell : cell + ' '.repeat(widths[n]! - widthOf(cell))))
        .join('  '),
    )
    .join('\n');
}

/** The findings as a table, broken promises last and marked. */
export const findingsTable = (findings: readonly Finding[]): string =>
  table(
    findings
      .toSorted((a, b) => Number(b.kept) - Number(a.kept))
      .map(({ promise, saw, kept }) => [kept ? 'kept  ' : 'BROKEN', promise, saw]),
  );

/** The exit code of a run: 1 when a promise was broken. */
export const exitCodeOf = (findings: readonly Finding[]): number =>
  findings.every(({ kept }) => kept) ? 0 : 1;
