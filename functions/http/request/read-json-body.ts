import { err, ok, type Result } from '../../core/result.ts';
import { fieldMessages } from '../../messages/field-messages.ts';
import type { Language } from '../../messages/text.ts';
import type { ApiError } from '../error-code.ts';
import { checkJson } from './check-json.ts';
import { type HttpEvent, headerOf } from './http-event.ts';

/** A submission with its longest text and all its links stays well below this. */
export const bodyBytesMax = 64 * 1024;

/**
 * The JSON value in a request's body, before its schema is looked at. No body reads as `{}`, so that commands without
 * a word of explanation need none and a missing field is named like any other.
 */
export function readJsonBody(event: HttpEvent, language: Language): Result<unknown, ApiError> {
  const body = event.body ?? '';
  if (body === '') return ok({});
  if (byteLength(body, event.isBase64Encoded) > bodyBytesMax) {
    return err({ code: 'BODY_TOO_LARGE', bytesMax: bodyBytesMax });
  }
  if (!isJson(headerOf(event, 'content-type'))) return err({ code: 'UNSUPPORTED_MEDIA_TYPE' });
  const text = event.isBase64Encoded ? decode(body) : body;
  if (text === undefined) return err({ code: 'BAD_JSON' });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own words quote the body, which may be personal.
    return err({ code: 'BAD_JSON' });
  }
  const fault = checkJson(value);
  if (fault === undefined) return ok(value);
  const { field, why } = fault;
  return err({ code: 'VALIDATION', errors: [{ field, reason: fieldMessages[why][language] }] });
}

const byteLength = (body: string, isBase64: boolean): number =>
  Buffer.byteLength(body, isBase64 ? 'base64' : 'utf8');

const decode = (body: string): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(body, 'base64'));
  } catch {
    return undefined;
  }
};

/** `application/json` or a type built on it, in UTF-8. */
function isJson(contentType: string | undefined): boolean {
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';');
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type.trim())) return false;
  return parameters.every((parameter) => {
    const [name, value = ''] = parameter.trim().split('=');
    return name !== 'charset' || /^"?utf-?8"?$/.test(value);
  });
}
