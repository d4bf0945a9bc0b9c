import { operationMessages } from '../../messages/operation-messages.ts';
import { problemMessages } from '../../messages/problem-messages.ts';
import type { Contract } from '../contracts/contract.ts';
import { contracts } from '../contracts/contracts.ts';
import type { ErrorCode } from '../error-code.ts';
import type { Route } from '../routes.ts';
import { statusByCode } from '../status-by-code.ts';
import { type describeSchemas, parametersOf } from './components.ts';
import { type Example, examples } from './examples.ts';

type RefOf = ReturnType<typeof describeSchemas>['refOf'];

const successTexts = { 200: 'OK', 201: 'Created', 202: 'Accepted', 204: 'Done, nothing to tell' } as const;

const ref = (kind: 'parameters' | 'headers', name: string) => ({ $ref: `#/components/${kind}/${name}` });

/** One operation of the document. */
export function describeOperation(route: Route, refOf: RefOf): Readonly<Record<string, unknown>> {
  const { operationId, scope, handler, method } = route;
  const contract: Contract = contracts[operationId];
  const example: Example = examples[operationId];
  const { zh, en } = operationMessages[operationId];
  return {
    operationId,
    tags: [handler],
    summary: `${zh} / ${en}`,
    security: scope === null ? [] : scope.map((one) => ({ token: [one] })),
    parameters: [
      ...parameters(contract, example),
      ref('parameters', 'AcceptLanguage'),
      ref('parameters', 'CorrelationId'),
      ...(contract.idempotencyKey ? [ref('parameters', 'IdempotencyKey')] : []),
    ],
    ...(contract.body === undefined
      ? {}
      : {
          requestBody: {
            required: !contract.body.safeParse({}).success,
            content: { 'application/json': { schema: refOf(contract.body), example: example.body } },
          },
        }),
    responses: { ...successes(contract, example, refOf), ...failures(contract, scope !== null, method) },
  };
}

function parameters(contract: Contract, { path = {}, query = {} }: Example) {
  const inPath = contract.path === undefined ? [] : parametersOf(contract.path);
  const inQuery = contract.query === undefined ? [] : parametersOf(contract.query);
  const withExample = (values: Readonly<Record<string, unknown>>, name: string) =>
    values[name] === undefined ? {} : { example: values[name] };
  return [
    ...inPath.map((one) => ({ ...one, in: 'path', required: true, ...withExample(path, one.name) })),
    ...inQuery.map((one) => ({ ...one, in: 'query', ...withExample(query, one.name) })),
  ];
}

function successes({ answers, idempotencyKey, media, alsoCsv }: Contract, { answer }: Example, refOf: RefOf) {
  const headers = {
    'x-correlation-id': ref('headers', 'CorrelationId'),
    ...(idempotencyKey ? { 'idempotent-replayed': ref('headers', 'IdempotentReplayed') } : {}),
  };
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => [
      status,
      {
        description: successTexts[Number(status) as keyof typeof successTexts],
        headers,
        ...(schema === null
          ? {}
          : {
              content: {
                [media ?? 'application/json']: { schema: refOf(schema), example: answer },
                ...(alsoCsv ? { 'text/csv': { schema: { type: 'string' } } } : {}),
              },
            }),
      },
    ]),
  );
}

/** Statuses the gateway may answer with on its own, before a function is asked, and how it puts them. */
const ofGateway: ReadonlySet<number> = new Set([401, 403, 503]);
const gatewayBody = { type: 'object', properties: { message: { type: 'string' } }, required: ['message'] };

/** The failures of an operation by status, with the codes and their titles in both languages. */
function failures(contract: Contract, scoped: boolean, method: Route['method']) {
  const codes: ErrorCode[] = [
    ...contract.refusals,
    'BAD_PARAMETER',
    ...(scoped ? (['NOT_AUTHENTICATED', 'MISSING_SCOPE'] as const) : []),
    ...(method === 'POST'
      ? (['BAD_JSON', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE', 'VALIDATION'] as const)
      : []),
    'INTERNAL',
    'BUSY',
  ];
  const byStatus = Map.groupBy(codes, (code) => statusByCode[code]);
  return Object.fromEntries(
    [...byStatus].map(([status, those]) => [
      status,
      {
        description: those
          .map((code) => `\`${code}\` ${problemMessages[code].title.zh} / ${problemMessages[code].title.en}`)
          .join('; '),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
          ...(ofGateway.has(status) ? { 'application/json': { schema: gatewayBody } } : {}),
        },
      },
    ]),
  );
}
