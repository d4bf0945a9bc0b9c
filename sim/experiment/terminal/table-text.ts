import { padTo, textWidth } from './text-width.ts';

/** A column's header; numbers stand at the right. */
export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** Lines of a table for a terminal: columns as wide as their widest cell, Chinese characters counted as two. */
export function tableText(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map(({ title }, i) =>
    Math.max(textWidth(title), ...rows.map((row) => textWidth(row[i] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    columns
      .map(({ isNumber }, i) => padTo(cells[i] ?? '', widths[i]!, isNumber === true ? 'left' : 'right'))
      .join('  ')
      .trimEnd();
  return [
    line(columns.map(({ title }) => title)),
    line(widths.map((width) => '-'.repeat(width))),
    ...rows.map(line),
  ];
}
