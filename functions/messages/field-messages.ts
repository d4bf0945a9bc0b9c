import type { Text } from './text.ts';

/** Why a field or parameter is refused, where the schema's own words do not say it. */
export const fieldMessages = {
  unknown: { zh: '没有这个字段', en: 'there is no such field' },
  poisonous: { zh: '不接受此名称的字段', en: 'a field of this name is refused' },
  tooDeep: { zh: '嵌套过深', en: 'nested too deeply' },
  nul: { zh: '含有空字符（NUL）', en: 'has a NUL character' },
  loneSurrogate: { zh: '含有不完整的字符', en: 'has half of a surrogate pair' },
  idempotencyKey: {
    zh: '须为 1 至 200 个可见 ASCII 字符',
    en: 'has to be 1 to 200 visible ASCII characters',
  },
} as const satisfies Record<string, Text>;

export type FieldMessage = keyof typeof fieldMessages;
