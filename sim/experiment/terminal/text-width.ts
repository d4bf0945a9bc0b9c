/**
 * Columns that a text takes on a terminal: 2 for what Unicode calls wide (Chinese characters, their punctuation, full-width
 * forms, kana, hangul), 0 for combining marks, 1 for the rest.
 */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text)
    width += narrow.test(character) ? 1 : none.test(character) ? 0 : 1 + Number(wide.test(character));
  return width;
}

/** Pads with spaces to `width` columns, on the right or, for numbers, on the left. */
export const padTo = (text: string, width: number, side: 'left' | 'right'): string => {
  const spaces = ' '.repeat(Math.max(0, width - textWidth(text)));
  return side === 'left' ? spaces + text : text + spaces;
};

const narrow = /[\x20-\x7e]/;
const none = /\p{Mark}/u;
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\u{1f300}-\u{1faff}]|[\u{20000}-\u{3fffd}]/u;
