import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contracts } from '../../functions/http/contracts/contracts.ts';
import { examples } from '../../functions/http/openapi/examples.ts';
import { problem } from '../../functions/http/problem-schema.ts';
import { type Route, routes } from '../../functions/http/routes.ts';
import { testRoleNames, testRoles } from './support/roles.ts';
import { type TestService, testService } from './support/test-service.ts';

const seed = 20_261_122;
const posts = routes.filter(({ method }) => method === 'POST');
const anyText = fc.string({ unit: 'binary', maxLength: 40 });

/** A value that replaces a field of a good body: what a client's bug, or its malice, may put there. */
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  anyText,
  fc.constantFrom('', '\ud800', '\0', '9'.repeat(400), 1e308, -1, null, [], {}, '2026-13-01T00:00:00Z'),
);

/** The example's body with some fields replaced, dropped or added. */
const oddBody = (example: unknown): fc.Arbitrary<unknown> => {
  const fields = Object.keys((example ?? {}) as object);
  const name = fields.length === 0 ? anyText : fc.oneof(fc.constantFrom(...fields), anyText);
  return fc
    .array(fc.tuple(name, fc.option(oddValue, { nil: undefined })), { maxLength: 3 })
    .map((changes) => ({ ...(example as object), ...Object.fromEntries(changes) }));
};

async function answersSensibly(service: TestService, route: Route, parts: object): Promise<void> {
  const answer = await service.call(route.operationId, parts);
  expect(answer.status).toBeGreaterThanOrEqual(200);
  expect(answer.status).toBeLessThan(500);
  if (answer.status < 400) return;
  expect(answer.headers['content-type']).toBe('application/problem+json');
  expect(problem.strict().safeParse(answer.json).error).toBeUndefined();
}

describe(`whatever a client sends (seed ${seed})`, () => {
  it.each(posts)('$method $path never fails on a body near a good one', async (route) => {
    const service = testService();
    await service.call('submitTicket', { ...examples.submitTicket, role: testRoles.platform });
    const example = examples[route.operationId];
    const roles = fc.constantFrom(...testRoleNames);

    await fc.assert(
      fc.asyncProperty(oddBody(example.body), roles, async (body, role) => {
        await answersSensibly(service, route, { ...example, body, role: testRoles[role] });
      }),
      { seed, numRuns: 25 },
    );
  });

  it('never fails on bytes that are no JSON', async () => {
    const service = testService();
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array).toString('base64'));

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), bytes, async (route, rawBody) => {
        const example = examples[route.operationId];
        const parts = { ...example, body: undefined, rawBody, isBase64: true, role: testRoles.platform };
        await answersSensibly(service, route, parts);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('never fails on odd paths, queries and headers', async () => {
    const service = testService();
    const gets = routes.filter(({ method }) => method !== 'POST');
    const odd = fc.dictionary(
      fc.oneof(fc.constantFrom('limit', 'cursor', 'unit', 'status', 'month', 'source', 'sourceKey'), anyText),
      anyText,
      { maxKeys: 4 },
    );
    const names = fc.constantFrom('accept-language', 'x-correlation-id', 'idempotency-key', 'content-type');

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...gets),
        odd,
        fc.dictionary(names, anyText),
        anyText,
        fc.constantFrom('platform', 'city', 'operator'),
        async (route, query, headers, id, role) => {
          const keys = Object.keys(
            ('path' in contracts[route.operationId] && examples[route.operationId].path) || {},
          );
          const path = Object.fromEntries(keys.map((key) => [key, id.toWellFormed()]));
          await answersSensibly(service, route, { path, query, headers, role: testRoles[role] });
        },
      ),
      { seed, numRuns: 300 },
    );
  });
});
