import { padTo, textWidth } from './text-width.ts';

/** A column's header; numbers stand at the right. */
export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/**
 * Lines of a table for a terminal: columns as wide as their widest cell, Chinese characters counted as two. A cell is one
 * line whatever it holds, and gives the terminal no orders: names of a city's own file may have line breaks, and worse.
 */
export function tableText(columns: readonly Column[], cells: readonly (readonly string[])[]): string[] {
  const rows = cells.map((row) => row.map((cell) => cell.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')));
  const widths = columns.map(({ title }, i) =>
    Math.max(textWidth(title), ...rows.map((row) => textWidth(row[i] ?? ''))),
  );
  const line = (row: readonly string[]) =>
    columns
      .map(({ isNumber }, i) => padTo(row[i] ?? '', widths[i]!, isNumber === true ? 'left' : 'right'))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
  ];
}
