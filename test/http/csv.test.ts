import { expect, it } from 'vitest';
import { csvText } from '../../functions/http/csv.ts';

it('begins with the byte-order mark, so that spreadsheets read its Chinese', () => {
  const text = csvText(['单位', '得分'], [['东华门街道', 98.5]]);

  expect(Buffer.from(text).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(text.slice(1)).toBe('单位,得分\r\n东华门街道,98.5\r\n');
});

it('quotes what would break a row, and leaves an absent cell empty', () => {
  expect(csvText(['a', 'b'], [['说"好", 两行\n', undefined]]).slice(1)).toBe(
    'a,b\r\n"说""好"", 两行\n",\r\n',
  );
});

it('lets no text be run as a formula, and leaves numbers below zero alone', () => {
  const text = csvText(
    ['a', 'b'],
    [
      ['=HYPERLINK("x")', -3],
      ['@cmd', 0],
      ['-1', 1],
      ['＝1+1', 2],
    ],
  );

  expect(text.slice(1)).toBe(`a,b\r\n"'=HYPERLINK(""x"")",-3\r\n'@cmd,0\r\n'-1,1\r\n'＝1+1,2\r\n`);
});
