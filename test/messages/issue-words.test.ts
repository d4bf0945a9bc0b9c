import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { issueWords } from '../../functions/messages/issue-words.ts';
import type { Language } from '../../functions/messages/text.ts';

const reason = (schema: z.ZodType, value: unknown, language: Language) =>
  schema.safeParse(value, { error: issueWords(language) }).error?.issues[0]?.message;

const instant = z.iso.datetime({ offset: true });
const faults: readonly (readonly [z.ZodType, unknown, string, string])[] = [
  [z.string(), undefined, '缺少此字段', 'is missing'],
  [z.string(), 5, '须为文字', 'has to be a text'],
  [z.int(), 'x', '须为数字', 'has to be a number'],
  [z.int(), 1.5, '须为整数', 'has to be a whole number'],
  [z.array(z.string()), null, '须为列表', 'has to be a list'],
  [z.strictObject({}), [], '须为对象', 'has to be an object'],
  [z.enum(['a', 'b']), 'c', '须为以下之一：a、b', 'has to be one of: a, b'],
  [z.string().max(3), 'four', '最多 3 个字符', 'has 3 characters at most'],
  [z.string().min(3), 'a', '至少 3 个字符', 'has 3 characters at least'],
  [z.array(z.string()).max(1), ['a', 'b'], '最多 1 项', 'has 1 entries at most'],
  [z.array(z.string()).min(1), [], '至少 1 项', 'has 1 entries at least'],
  [z.int().max(100), 101, '不得大于 100', 'may not be above 100'],
  [z.int().min(1), 0, '不得小于 1', 'may not be below 1'],
  [z.url(), 'x', '须为网址', 'has to be a URL'],
  [z.string().regex(/^a$/), 'x', '须符合 /^a$/', 'has to match /^a$/'],
  [z.never(), 1, '不符合要求', 'is not acceptable'],
];

describe('what a schema has against a value', () => {
  it.each(faults)('is said in either language (case %#: %s)', (schema, value, zh, en) => {
    expect(reason(schema, value, 'zh')).toBe(zh);
    expect(reason(schema, value, 'en')).toBe(en);
  });

  it.each(['2026-11-22T20:00:00', '2026-11-22', '2016-12-31T23:59:60Z', 'now'])(
    'names the offset that an instant needs: %s',
    (text) => {
      expect(reason(instant, text, 'zh')).toBe('须为带时区的 RFC 3339 时刻，例如 2026-11-22T20:00:00+08:00');
      expect(reason(instant, text, 'en')).toContain('an RFC 3339 instant with an offset');
    },
  );

  it('gives way to a reason of the schema’s own', () => {
    const own = z.string().refine(() => false, 'our own reason');

    expect(reason(own, 'x', 'zh')).toBe('our own reason');
  });
});
