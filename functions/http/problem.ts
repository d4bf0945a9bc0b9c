import type { NamedDuty } from '../core/rules/duty-table.ts';
import { limitIn } from '../messages/limit-in.ts';
import { againstDuty, nothingAccepted, problemMessages } from '../messages/problem-messages.ts';
import { reasonIn } from '../messages/reason-in.ts';
import { fill, type Language, type Text } from '../messages/text.ts';
import type { ApiError, ErrorCode, FieldError } from './error-code.ts';
import type { Problem } from './problem-schema.ts';
import { statusByCode } from './status-by-code.ts';

const messages: Record<ErrorCode, { title: Text; detail: Text }> = problemMessages;

/** Facts of a refusal that a client may act on. Whatever else an error carries stays inside. */
const facts = [
  'accepted',
  'rule',
  'limit',
  'open',
  'what',
  'max',
  'year',
  'candidates',
  'scopes',
  'unitCode',
  'itemCode',
  'ticketId',
  'until',
  'duty',
] as const;

/** The problem document of a failure. `path` is the request's, without its query. */
export function toProblem(error: ApiError, language: Language, path: string): Problem {
  const { code } = error;
  const said = inLanguage(error, language);
  const detail = fill(detailOf(error), language, said);
  const errors = fieldErrors(said, detail);
  return {
    type: `urn:citywhistle:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: messages[code].title[language],
    status: statusByCode[code],
    code,
    detail,
    instance: path,
    ...(errors.length === 0 ? {} : { errors: [...errors] }),
    ...(typeof error.status === 'string' ? { ticketStatus: error.status } : {}),
    ...Object.fromEntries(
      facts.filter((fact) => error[fact] !== undefined).map((fact) => [fact, error[fact]]),
    ),
  };
}

/** The error with the reasons in it worded for the reader. */
const inLanguage = (error: ApiError, language: Language): ApiError => ({
  ...error,
  ...(error.reason === undefined ? {} : { reason: reasonIn(language, error.reason) }),
  ...(error.errors === undefined
    ? {}
    : { errors: error.errors.map(({ field, reason }) => ({ field, reason: reasonIn(language, reason) })) }),
  ...(typeof error.rule === 'string' && typeof error.limit === 'number'
    ? { limit: limitIn(language, error.rule, error.limit) }
    : {}),
  ...(typeof error.what === 'string' ? { what: reasonIn(language, error.what) } : {}),
});

/** A ticket that has ended accepts nothing, which a list cannot say; a task against a duty names the duty. */
function detailOf({ code, accepted, duty }: ApiError): Text {
  if (code === 'NOT_ACCEPTED' && Array.isArray(accepted) && accepted.length === 0) return nothingAccepted;
  return code === 'NOT_IN_REMIT' && duty !== undefined
    ? againstDuty(duty as NamedDuty)
    : messages[code].detail;
}

function fieldErrors(error: ApiError, detail: string): readonly FieldError[] {
  if (error.errors !== undefined) return error.errors;
  return error.field === undefined ? [] : [{ field: error.field, reason: error.reason ?? detail }];
}
