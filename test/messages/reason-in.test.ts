import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { reasonIn } from '../../functions/messages/reason-in.ts';
import { reasonMessages } from '../../functions/messages/reason-messages.ts';

const braces = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the reason of a refusal', () => {
  it.each(Object.entries(reasonMessages))('“%s” is in Chinese with the same facts', (en, zh) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(braces(zh)).toEqual(braces(en));
  });

  it('stays English for an English reader', () => {
    expect(reasonIn('en', 'lies in the future')).toBe('lies in the future');
  });

  it('carries its facts over', () => {
    expect(reasonIn('zh', 'known tiers: emergency, general')).toBe('可用的等级：emergency, general');
    expect(reasonIn('zh', '1 to 128 visible ASCII characters, no blanks')).toBe(
      '须为 1 至 128 个可见 ASCII 字符，不含空格',
    );
  });

  it.each(['无效URL', 'constructor', ''])('that is not ours (“%s”) stays as it is', (reason) => {
    expect(reasonIn('zh', reason)).toBe(reason);
  });

  it('is in Chinese wherever the rules of a ticket name one', () => {
    const sources = globSync('functions/core/ticket/**/*.ts').map((file) => readFileSync(file, 'utf8'));
    const named = sources.flatMap((text) => [
      ...text.matchAll(/(?:reason|what): '([^']+)'|invalid\('\w+', '([^']+)'\)/g),
    ]);
    const reasons = named.map(([, reason, other]) => reason ?? other!);

    expect(reasons.length).toBeGreaterThan(15);
    expect(reasons.filter((reason) => !/\p{Script=Han}/u.test(reasonIn('zh', reason)))).toEqual([]);
  });
});
