import { createHash } from 'node:crypto';
import { err, ok, type Result } from '../../core/result.ts';
import { fieldMessages } from '../../messages/field-messages.ts';
import type { Language } from '../../messages/text.ts';
import type { ApiError } from '../error-code.ts';
import { type HttpEvent, headerOf } from './http-event.ts';

const visibleAscii = /^[\x21-\x7e]{1,200}$/;

/**
 * The id a command is remembered by: a digest of who asks, what, and the client's `Idempotency-Key`, so that two
 * clients that count from 1 never take each other's place, and nothing a client puts into a key is stored. Without a
 * key each request is a new command.
 */
export function readCommandId(props: {
  event: HttpEvent;
  subject: string;
  operationId: string;
  language: Language;
  newId: () => string;
}): Result<string, ApiError> {
  const key = headerOf(props.event, 'idempotency-key');
  if (key === undefined) return ok(props.newId());
  if (!visibleAscii.test(key)) {
    const reason = fieldMessages.idempotencyKey[props.language];
    return err({ code: 'BAD_PARAMETER', errors: [{ field: 'Idempotency-Key', reason }] });
  }
  const identity = JSON.stringify([props.subject, props.operationId, key]);
  return ok(createHash('sha256').update(identity).digest('hex').slice(0, 32));
}
