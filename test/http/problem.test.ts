import { describe, expect, it } from 'vitest';
import { toProblem } from '../../functions/http/problem.ts';
import { errorCodes, problem } from '../../functions/http/problem-schema.ts';
import { statusByCode } from '../../functions/http/status-by-code.ts';
import { eventMessages } from '../../functions/messages/event-messages.ts';
import { fieldMessages } from '../../functions/messages/field-messages.ts';
import { operationMessages } from '../../functions/messages/operation-messages.ts';
import { problemMessages } from '../../functions/messages/problem-messages.ts';
import type { Text } from '../../functions/messages/text.ts';

const braces = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('messages', () => {
  const texts: readonly (readonly [string, Text])[] = [
    ...Object.entries(problemMessages).flatMap(([code, { title, detail }]) => [
      [`${code} title`, title] as const,
      [`${code} detail`, detail] as const,
    ]),
    ...Object.entries(eventMessages),
    ...Object.entries(fieldMessages),
    ...Object.entries(operationMessages),
  ];

  it.each(texts)('%s are in both languages, with the same facts', (_, { zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/[a-z]/);
    expect(en).not.toMatch(/\p{Script=Han}/u);
    expect(braces(zh)).toEqual(braces(en));
  });
});

describe('a problem document', () => {
  it.each(errorCodes)('of %s has the shape every client can rely on', (code) => {
    const document = toProblem({ code }, 'en', '/tickets/1');

    expect(problem.strict().safeParse(document).error).toBeUndefined();
    expect(document).toMatchObject({ code, status: statusByCode[code], instance: '/tickets/1' });
    expect(document.type).toBe(`urn:citywhistle:problem:${code.toLowerCase().replaceAll('_', '-')}`);
  });

  it('says what a status accepts', () => {
    const error = { code: 'NOT_ACCEPTED', status: 'closed', accepted: ['note', 'reopen'] } as const;

    const document = toProblem(error, 'en', '/tickets/1/sign');

    expect(document).toMatchObject({
      status: 409,
      ticketStatus: 'closed',
      accepted: ['note', 'reopen'],
      detail: 'The ticket is closed and accepts: note, reopen.',
    });
  });

  it('says a limit in the words of its rule, and keeps its number for programs', () => {
    const length = {
      code: 'LIMIT_REACHED',
      rule: 'handling.extension.shareMax',
      limit: 129_600_000,
    } as const;
    const times = { code: 'LIMIT_REACHED', rule: 'handling.extension.timesMax', limit: 1 } as const;

    expect(toProblem(length, 'zh', '/')).toMatchObject({
      limit: 129_600_000,
      detail: '规则 handling.extension.shareMax 的上限为 1 天 12 小时。',
    });
    expect(toProblem(length, 'en', '/').detail).toBe('The rule handling.extension.shareMax allows 1 d 12 h.');
    expect(toProblem(times, 'en', '/').detail).toBe('The rule handling.extension.timesMax allows 1.');
  });

  it('says that a ticket has ended instead of listing nothing', () => {
    const error = { code: 'NOT_ACCEPTED', status: 'closed', accepted: [] } as const;

    const document = toProblem(error, 'zh', '/tickets/1/sign');

    expect(document).toMatchObject({ accepted: [], detail: '工单状态为 closed，已终结，不再接受操作。' });
  });

  it('gives the reasons of the rules in the reader’s language', () => {
    const invalid = { code: 'INVALID', field: 'reviewAt', reason: 'must lie in the future' } as const;
    const done = { code: 'ALREADY_DONE', what: 'this unit already helps' } as const;

    expect(toProblem(invalid, 'zh', '/')).toMatchObject({
      detail: '字段 reviewAt：须晚于现在。',
      errors: [{ field: 'reviewAt', reason: '须晚于现在' }],
    });
    expect(toProblem(done, 'zh', '/').detail).toBe('此前已办：该单位已在协办。');
    expect(toProblem(done, 'en', '/').detail).toBe('It was done before: this unit already helps.');
  });

  it('names the field at fault and why', () => {
    const error = { code: 'INVALID', field: 'reviewAt', reason: 'lies in the past' } as const;

    expect(toProblem(error, 'en', '/').errors).toEqual([{ field: 'reviewAt', reason: 'lies in the past' }]);
  });

  it('keeps to itself what an error carries beside known facts', () => {
    const document = toProblem({ code: 'BUSY', stack: 'at secret', phone: '13800138000' }, 'en', '/');

    expect(JSON.stringify(document)).not.toMatch(/secret|13800138000/);
  });
});
