import type * as z from 'zod';
import { fill, type Language, type Text } from './text.ts';

const types: Readonly<Record<string, Text>> = {
  string: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  int: { zh: '整数', en: 'a whole number' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  array: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
  record: { zh: '对象', en: 'an object' },
};

const formats: Readonly<Record<string, Text>> = {
  datetime: {
    zh: '须为带时区的 RFC 3339 时刻，例如 2026-11-22T20:00:00+08:00',
    en: 'has to be an RFC 3339 instant with an offset, such as 2026-11-22T20:00:00+08:00',
  },
  date: { zh: '须为日期，例如 2026-11-22', en: 'has to be a date such as 2026-11-22' },
  url: { zh: '须为网址', en: 'has to be a URL' },
  regex: { zh: '须符合 {pattern}', en: 'has to match {pattern}' },
};

type Limits = Readonly<Record<'text' | 'list' | 'number', Text>>;

const tooBig: Limits = {
  text: { zh: '最多 {limit} 个字符', en: 'has {limit} characters at most' },
  list: { zh: '最多 {limit} 项', en: 'has {limit} entries at most' },
  number: { zh: '不得大于 {limit}', en: 'may not be above {limit}' },
};

const tooSmall: Limits = {
  text: { zh: '至少 {limit} 个字符', en: 'has {limit} characters at least' },
  list: { zh: '至少 {limit} 项', en: 'has {limit} entries at least' },
  number: { zh: '不得小于 {limit}', en: 'may not be below {limit}' },
};

const missing: Text = { zh: '缺少此字段', en: 'is missing' };
const ofType: Text = { zh: '须为{type}', en: 'has to be {type}' };
const oneOf: Text = { zh: '须为以下之一：{values}', en: 'has to be one of: {values}' };
const unfit: Text = { zh: '不符合要求', en: 'is not acceptable' };

/**
 * What a value's schema has against it, in the reader's words: the library's own Chinese keeps English words for types and
 * says of a time without an offset only that it is no time. A schema's own reason is not asked for here.
 */
export const issueWords =
  (language: Language): z.core.$ZodErrorMap =>
  (issue) => {
    const { text, facts } = wordsOf(issue, language);
    return fill(text, language, facts);
  };

type Words = { readonly text: Text; readonly facts: Readonly<Record<string, unknown>> };

function wordsOf(issue: Parameters<z.core.$ZodErrorMap>[0], language: Language): Words {
  if (issue.input === undefined) return { text: missing, facts: {} };
  switch (issue.code) {
    case 'invalid_type': {
      const type = types[issue.expected];
      return type === undefined
        ? { text: unfit, facts: {} }
        : { text: ofType, facts: { type: type[language] } };
    }
    case 'invalid_value':
      return { text: oneOf, facts: { values: issue.values } };
    case 'too_big':
      return { text: tooBig[sizeOf(issue.origin)], facts: { limit: issue.maximum } };
    case 'too_small':
      return { text: tooSmall[sizeOf(issue.origin)], facts: { limit: issue.minimum } };
    case 'invalid_format':
      return { text: formats[issue.format] ?? unfit, facts: { pattern: issue.pattern } };
    default:
      return { text: unfit, facts: {} };
  }
}

const sizeOf = (origin: string): keyof Limits =>
  origin === 'string' ? 'text' : origin === 'array' ? 'list' : 'number';
