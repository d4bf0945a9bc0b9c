import { describe, expect, it } from 'vitest';
import { eventData } from '../../functions/adapters/webhook/event-data.ts';
import type { Contract } from '../../functions/http/contracts/contract.ts';
import { contracts } from '../../functions/http/contracts/contracts.ts';
import { examples } from '../../functions/http/openapi/examples.ts';
import { openApiDocument } from '../../functions/http/openapi/openapi-document.ts';
import { routes } from '../../functions/http/routes.ts';
import { statusByCode } from '../../functions/http/status-by-code.ts';
import { testService } from './support/test-service.ts';

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly { readonly token: readonly string[] }[];
  readonly parameters: readonly {
    name?: string;
    in?: string;
    $ref?: string;
    required?: boolean;
    schema?: object;
  }[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, { readonly description: string; readonly content?: object }>>;
}

const document = JSON.parse(JSON.stringify(openApiDocument(eventData))) as {
  openapi: string;
  info: { title: string; version: string };
  paths: Record<string, Record<string, Operation>>;
  webhooks: Record<string, unknown>;
  components: Record<string, Record<string, unknown>>;
};

const operationOf = ({ method, path }: { method: string; path: string }): Operation =>
  document.paths[path]![method.toLowerCase()]!;

/** Every value of a key anywhere in a document. */
function valuesOf(key: string, node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(key, value),
  ]);
}

describe('the OpenAPI document', () => {
  it('is what the service answers to anybody', async () => {
    const answer = await testService().call('readOpenApi');

    expect(answer.status).toBe(200);
    expect(answer.json).toEqual(document);
  });

  it('is of version 3.1, and refers only to what it has', () => {
    const references = valuesOf('$ref', document) as string[];

    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(references.length).toBeGreaterThan(100);
    for (const reference of references) {
      const parts = reference.split('/').slice(1);
      const found = parts.reduce<unknown>(
        (node, part) => (node as Record<string, unknown> | undefined)?.[part],
        document,
      );
      expect(found, reference).toBeDefined();
    }
  });

  it('leaves no trace of how its schemas were made', () => {
    expect(valuesOf('$schema', document)).toEqual([]);
    expect(valuesOf('$id', document)).toEqual([]);
    expect(valuesOf('$defs', document)).toEqual([]);
  });

  it('knows both shapes of what a gateway may refuse on its own, and one of what only we refuse', () => {
    const { responses } = operationOf({ method: 'POST', path: '/tickets' });
    const shapes = (status: string) => Object.keys(responses[status]?.content ?? {});

    expect(shapes('401')).toEqual(['application/problem+json', 'application/json']);
    expect(shapes('403')).toEqual(['application/problem+json', 'application/json']);
    expect(shapes('422')).toEqual(['application/problem+json']);
  });

  it('has exactly the operations of the route table', () => {
    const described = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );

    expect(described.toSorted()).toEqual(routes.map(({ operationId }) => operationId).toSorted());
  });

  it.each(routes)('describes $operationId: path parameters, scopes, body, answers, failures', (route) => {
    const operation = operationOf(route);
    const contract: Contract = contracts[route.operationId];
    const inPath = operation.parameters.filter((parameter) => parameter.in === 'path');

    expect(inPath.map(({ name }) => `{${name}}`)).toEqual(route.path.match(/\{\w+\}/g) ?? []);
    expect(inPath.every(({ required, schema }) => required === true && schema !== undefined)).toBe(true);
    expect(operation.security).toEqual((route.scope ?? []).map((scope) => ({ token: [scope] })));
    expect(operation.requestBody !== undefined).toBe(contract.body !== undefined);
    expect(operation.summary).toMatch(/\p{Script=Han}.* \/ \w/u);
    for (const status of Object.keys(contract.answers)) expect(operation.responses).toHaveProperty(status);
    for (const code of contract.refusals) {
      expect(operation.responses[statusByCode[code]]?.description).toContain(`\`${code}\``);
    }
  });

  it('writes a search’s parameters once each, and requires none', () => {
    const { parameters } = operationOf({ method: 'GET', path: '/tickets' });
    const query = parameters.filter((parameter) => parameter.in === 'query');

    expect(query.map(({ name }) => name)).toEqual([
      'source',
      'sourceKey',
      'unit',
      'status',
      'limit',
      'cursor',
      'month',
    ]);
    expect(query.every(({ required }) => required === false)).toBe(true);
  });

  it('describes every webhook', () => {
    expect(Object.keys(document.webhooks)).toEqual(Object.keys(eventData));
  });
});

describe('the examples', () => {
  it.each(routes)('of $operationId fit its schemas', ({ operationId }) => {
    const contract: Contract = contracts[operationId];
    const example = examples[operationId];
    const good = Object.values(contract.answers).filter((schema) => schema !== null);

    for (const part of ['path', 'query', 'body'] as const) {
      if (contract[part] === undefined) continue;
      expect(contract[part].safeParse(example[part] ?? {}).error, part).toBeUndefined();
    }
    for (const schema of good) expect(schema?.safeParse(example.answer).error).toBeUndefined();
    expect(example.answer === undefined).toBe(good.length === 0);
  });
});
