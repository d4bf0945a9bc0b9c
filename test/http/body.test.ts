import { describe, expect, it } from 'vitest';
import { sampleSubmission } from '../../functions/http/openapi/sample-ticket.ts';
import { bodyBytesMax } from '../../functions/http/request/read-json-body.ts';
import { testRoles } from './support/roles.ts';
import { testService } from './support/test-service.ts';

const role = testRoles.platform;
const english = { 'accept-language': 'en' };

const post = (parts: {
  body?: unknown;
  rawBody?: string;
  isBase64?: boolean;
  headers?: Record<string, string>;
}) => testService().call('submitTicket', { role, ...parts, headers: { ...english, ...parts.headers } });

/** A submission padded with blanks to so many bytes. */
const padded = (bytes: number): string => {
  const text = JSON.stringify(sampleSubmission);
  return text + ' '.repeat(bytes - Buffer.byteLength(text));
};

describe('the size of a body', () => {
  it('may be the limit to the byte', async () => {
    expect((await post({ rawBody: padded(bodyBytesMax) })).status).toBe(201);
  });

  it('may not be a byte more', async () => {
    const answer = await post({ rawBody: padded(bodyBytesMax + 1) });

    expect(answer.status).toBe(413);
    expect(answer.json.code).toBe('BODY_TOO_LARGE');
  });

  it('is measured in bytes, not in characters', async () => {
    const answer = await post({ body: { ...sampleSubmission, title: '水'.repeat(30_000) } });

    expect(answer.status).toBe(413);
  });

  it('is measured after decoding', async () => {
    const fits = Buffer.from(padded(bodyBytesMax)).toString('base64');
    const tooLarge = Buffer.from(padded(bodyBytesMax + 1)).toString('base64');

    expect((await post({ rawBody: fits, isBase64: true })).status).toBe(201);
    expect((await post({ rawBody: tooLarge, isBase64: true })).status).toBe(413);
  });
});

describe('the type of a body', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=gbk',
    'application/jsonp',
    '',
  ])('is refused: %j', async (type) => {
    const answer = await post({ body: sampleSubmission, headers: { 'content-type': type } });

    expect(answer.status).toBe(415);
  });

  it.each(['application/json', 'Application/JSON; Charset="UTF-8"', 'application/vnd.city+json'])(
    'is taken: %j',
    async (type) => {
      const answer = await post({ body: sampleSubmission, headers: { 'content-type': type } });

      expect(answer.status).toBe(201);
    },
  );
});

describe('the JSON of a body', () => {
  it.each(['{', '', 'nonsense', '{"a":1,}', '\ufeff{}', '[1,2'])(
    'is told without quoting it: %j',
    async (text) => {
      const answer = await post({ rawBody: text === '' ? ' ' : text });

      expect(answer.status).toBe(400);
      expect(answer.json).toMatchObject({
        code: 'BAD_JSON',
        detail: 'The body has to be valid JSON in UTF-8.',
      });
    },
  );

  it('is refused when its bytes are no UTF-8', async () => {
    const answer = await post({
      rawBody: Buffer.from('{"title":"\xff"}', 'latin1').toString('base64'),
      isBase64: true,
    });

    expect(answer.json.code).toBe('BAD_JSON');
  });

  it('is refused when nested beyond sense, however deep', async () => {
    const deep = await post({ rawBody: `{"place":${'['.repeat(40)}${']'.repeat(40)}}` });
    const deepest = await post({ rawBody: '['.repeat(60_000) + ']'.repeat(5_000) });

    expect(deep.status).toBe(422);
    expect(deep.json.errors?.[0]?.reason).toBe('nested too deeply');
    expect(deepest.status).toBe(400);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('may not name a field %s at any depth', async (name) => {
    const answer = await post({ rawBody: `{"source":"a","place":{"${name}":{"x":1}}}` });

    expect(answer.status).toBe(422);
    expect(answer.json.errors).toEqual([
      { field: `place.${name}`, reason: 'a field of this name is refused' },
    ]);
  });

  it.each([
    ['description', 'has half of a surrogate pair', '\\ud83d'],
    ['contact.name', 'has a NUL character', '\\u0000'],
    ['attachments.0.name', 'has half of a surrogate pair', '\\udc00x'],
  ])('names the field %s that %s', async (field, reason, text) => {
    const [top = '', second, third] = field.split('.');
    const inner = `"${text}"`;
    const nested = third ? `[{"${third}":${inner}}]` : second ? `{"${second}":${inner}}` : inner;

    const answer = await post({ rawBody: `{"${top}":${nested}}` });

    expect(answer.status).toBe(422);
    expect(answer.json.errors).toEqual([{ field, reason }]);
  });

  it('refuses fields it does not know, and names each', async () => {
    const answer = await post({
      body: { ...sampleSubmission, colour: 'red', contact: { nickname: '小王' } },
    });

    expect(answer.status).toBe(422);
    expect(answer.json.errors).toEqual([
      { field: 'contact.nickname', reason: 'there is no such field' },
      { field: 'colour', reason: 'there is no such field' },
    ]);
  });

  it.each(['2026-11-22T08:00:00', '2026-11-22', '2026-02-30T08:00:00+08:00', 'yesterday', 1_795_000_000_000])(
    'refuses a time that is no RFC 3339 time with an offset: %j',
    async (requestedAt) => {
      const answer = await post({ body: { ...sampleSubmission, requestedAt } });

      expect(answer.status).toBe(422);
      expect(answer.json.errors?.map(({ field }) => field)).toEqual(['requestedAt']);
    },
  );

  it('shows a bounded number of errors for a body of nonsense', async () => {
    const nonsense = Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`field${n}`, n]));

    const answer = await post({ body: nonsense });

    expect(answer.json.errors).toHaveLength(20);
  });
});
