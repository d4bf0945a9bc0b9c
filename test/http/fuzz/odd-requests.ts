import fc from 'fast-check';
import { openApiDocument } from '../../../functions/http/openapi/openapi-document.ts';
import type { OperationId } from '../../../functions/http/routes.ts';
import { type RequestParts, routeOf } from '../support/http-event.ts';
import { type TestRoleName, testRoleNames, testRoles } from '../support/roles.ts';
import { oddName, oddText, oddValue, rawChanges } from './odd-values.ts';

type Json = Readonly<Record<string, unknown>>;

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly example?: string;
}

/** An operation as the OpenAPI document describes it to a client. */
export interface Operation {
  readonly operationId: OperationId;
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body?: { readonly example: Json; readonly fields: readonly string[] };
}

interface Described {
  readonly operationId: OperationId;
  readonly parameters?: readonly Partial<Parameter>[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Json; example?: Json }>> };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

const document = openApiDocument({}) as unknown as Document;

/** Every operation of the document. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, described]) => operationOf(path, method, described)),
);

function operationOf(path: string, method: string, described: Described): Operation {
  const { operationId, parameters = [], requestBody } = described;
  const named = parameters.filter((one): one is Parameter => one.name !== undefined);
  const json = requestBody?.content['application/json'];
  const whole = { operationId, method: method.toUpperCase(), path, parameters: named };
  if (json === undefined) return whole;
  return { ...whole, body: { example: json.example ?? {}, fields: [...new Set(fieldsOf(json.schema))] } };
}

/** The names of all fields of a schema, of every form it has. */
function fieldsOf(schema: Json): readonly string[] {
  const reference = schema.$ref as string | undefined;
  if (reference !== undefined) return fieldsOf(document.components.schemas[reference.split('/').at(-1)!]!);
  const forms = [...((schema.anyOf ?? schema.oneOf ?? []) as readonly Json[])];
  return [...Object.keys((schema.properties ?? {}) as Json), ...forms.flatMap(fieldsOf)];
}

/** A good body with some of its values, at any depth, replaced, dropped or added. */
function oddBody({ example, fields }: NonNullable<Operation['body']>): fc.Arbitrary<unknown> {
  const name =
    fields.length === 0 ? oddName : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fields) }, oddName);
  const change = fc.tuple(name, fc.option(oddValue, { nil: undefined, freq: 5 }), fc.boolean());
  return fc.array(change, { maxLength: 3 }).map((changes) => {
    const body = structuredClone(example) as Record<string, unknown>;
    for (const [field, value, isInside] of changes) {
      const inner = Object.values(body).find((one) => typeof one === 'object' && one !== null);
      define((isInside && inner !== undefined ? inner : body) as object, field, value);
    }
    return body;
  });
}

/** Sets a field of its own whatever its name is; without a value the field is dropped. */
const define = (object: object, name: string, value: unknown): void => {
  if (value === undefined) Reflect.deleteProperty(object, name);
  else Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true });
};

const types = fc.constantFrom(
  'application/json',
  'application/json; charset=utf-8',
  'application/problem+json',
  'application/json; charset=utf-16',
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '',
);

/** One in six. */
const seldom = (parts: fc.Arbitrary<Record<string, string>>): fc.Arbitrary<Record<string, string>> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: parts });

/** Those whose tokens may ask at all; everybody where no token is asked for. */
function rolesOf({ operationId }: Operation): readonly TestRoleName[] {
  const { scope } = routeOf(operationId);
  const may = testRoleNames.filter((name) => {
    const carried: readonly string[] = testRoles[name].scope.split(' ');
    return scope?.some((one) => carried.includes(one)) ?? true;
  });
  return may.length === 0 ? testRoleNames : may;
}

/** What a client's bug, or its malice, may make of an operation. */
export function oddRequest(operation: Operation): fc.Arbitrary<RequestParts> {
  const valued = (place: 'path' | 'query') =>
    fc.record(
      Object.fromEntries(
        operation.parameters
          .filter((one) => one.in === place && (place === 'path' || one.example !== undefined))
          .map(({ name, example = 'x' }) => [
            name,
            fc.oneof(
              { weight: 7, arbitrary: fc.constant(String(example)) },
              oddText.map((text) => text.toWellFormed()),
            ),
          ]),
      ),
      place === 'path' ? {} : { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, string>>;
  const inQuery = operation.parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const named = inQuery.length === 0 ? oddName : fc.constantFrom(...inQuery);
  const json =
    operation.body === undefined
      ? fc.constant(undefined)
      : fc.oneof(
          { weight: 4, arbitrary: fc.constant(operation.body.example) },
          { weight: 6, arbitrary: oddBody(operation.body) },
        );
  const rawChange = fc.option(fc.constantFrom(...rawChanges), { nil: undefined, freq: 6 });
  const names = fc.constantFrom(
    'accept-language',
    'x-correlation-id',
    'content-type',
    'Content-Type',
    'x-forwarded-for',
  );
  return fc
    .record({
      path: valued('path'),
      query: valued('query'),
      extra: seldom(fc.dictionary(fc.oneof(named, oddName), oddText, { minKeys: 1, maxKeys: 1 })),
      headers: seldom(fc.dictionary(names, fc.oneof(oddText, types), { minKeys: 1, maxKeys: 2 })),
      role: fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...rolesOf(operation)) },
        fc.constantFrom(...testRoleNames),
      ),
      json,
      rawChange,
      isBase64: fc.boolean(),
    })
    .map(({ path, query, extra, headers, role, json: body, rawChange: change, isBase64 }) => {
      const parts = { path, query: { ...query, ...extra }, headers, role: testRoles[role] };
      if (body === undefined) return parts;
      if (change === undefined) return { ...parts, body };
      const raw = change(JSON.stringify(body));
      return { ...parts, rawBody: isBase64 ? Buffer.from(raw).toString('base64') : raw, isBase64 };
    });
}
