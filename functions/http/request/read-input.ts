import * as z from 'zod';
import { err, ok, type Result } from '../../core/result.ts';
import { fieldMessages } from '../../messages/field-messages.ts';
import type { Language } from '../../messages/text.ts';
import { readCaller } from '../claims.ts';
import type { Contract } from '../contracts/contract.ts';
import type { ApiError } from '../error-code.ts';
import type { RouteMatch } from '../find-route.ts';
import type { Input } from '../run.ts';
import { checkJson } from './check-json.ts';
import { readCommandId } from './command-id.ts';
import type { Exchange } from './exchange.ts';
import type { HttpEvent } from './http-event.ts';
import { readJsonBody } from './read-json-body.ts';
import { validate } from './validate.ts';

const noParameters = z.strictObject({});

/** Checks a request in the order who, where, what, and reads it by its operation's contract. */
export function readInput(props: {
  event: HttpEvent;
  contract: Contract;
  match: RouteMatch;
  exchange: Exchange;
  newId: () => string;
}): Result<Input, ApiError> {
  const { event, contract, match, exchange, newId } = props;
  const { language } = exchange;
  const { operationId, scope, method } = match.route;
  const caller = readCaller(event, scope);
  if (!caller.ok) return caller;
  const path = readParameters(contract.path ?? noParameters, match.path, language);
  if (!path.ok) return path;
  const query = readParameters(contract.query ?? noParameters, event.queryStringParameters ?? {}, language);
  if (!query.ok) return query;
  const { subject } = caller.value;
  const commandId = readCommandId({ event, subject, operationId, language, newId });
  if (!commandId.ok) return commandId;
  const body = method === 'POST' ? readBody(contract.body ?? noParameters, event, language) : ok(undefined);
  if (!body.ok) return body;
  return ok({
    path: path.value,
    query: query.value,
    body: body.value,
    caller: { ...caller.value, correlationId: exchange.correlationId },
    commandId: commandId.value,
    exchange,
    // The parts are read by this very operation's schemas, which the table of runs is typed by.
  } as Input);
}

function readBody(schema: z.ZodType, event: HttpEvent, language: Language): Result<unknown, ApiError> {
  const json = readJsonBody(event, language);
  return json.ok ? validate(schema, json.value, { code: 'VALIDATION', language }) : json;
}

function readParameters(
  schema: z.ZodType,
  values: Readonly<Record<string, string | undefined>>,
  language: Language,
): Result<unknown, ApiError> {
  const fault = checkJson(values);
  if (fault !== undefined) {
    const { field, why } = fault;
    return err({ code: 'BAD_PARAMETER', errors: [{ field, reason: fieldMessages[why][language] }] });
  }
  return validate(schema, values, { code: 'BAD_PARAMETER', language });
}
