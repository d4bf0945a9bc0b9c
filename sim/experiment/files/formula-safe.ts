/**
 * A cell as spreadsheets take it for text: one that begins like a formula gets an apostrophe, for names and assumptions
 * of a planner's own files, and kinds of matter of a city's, are shown in tables. Numbers stay what they are.
 */
export const formulaSafe = <Cell>(cell: Cell): Cell | string =>
  typeof cell === 'string' && /^[=+\-@\t\r＝＋－＠]./s.test(cell) && Number.isNaN(Number(cell))
    ? `'${cell}`
    : cell;
