import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { examples } from '../../../functions/http/openapi/examples.ts';
import { sampleTicketId } from '../../../functions/http/openapi/sample-ticket.ts';
import { problem } from '../../../functions/http/problem-schema.ts';
import { table } from '../../../sim/live/report.ts';
import { testRoles } from '../support/roles.ts';
import { type Operation, oddRequest, operations } from './odd-requests.ts';
import { watchedService } from './watched-service.ts';

const seed = Number(process.env.FUZZ_SEED ?? 20_261_122);
const runs = Number(process.env.FUZZ_RUNS ?? 15);
const counts = new Map<string, Map<number, number>>();

function count({ method, path }: Operation, status: number): void {
  const key = `${method} ${path}`;
  const answers = counts.get(key) ?? new Map<number, number>();
  counts.set(key, answers.set(status, (answers.get(status) ?? 0) + 1));
}

/** Asked for with `FUZZ_RUNS`: what each route answered. */
afterAll(() => {
  if (process.env.FUZZ_RUNS === undefined) return;
  const rows = [...counts].map(([route, answers]) => {
    const all = [...answers].toSorted(([a], [b]) => a - b);
    const total = all.reduce((sum, [, times]) => sum + times, 0);
    return [route, String(total), all.map(([status, times]) => `${status}: ${times}`).join('  ')];
  });
  const total = rows.reduce((sum, [, times]) => sum + Number(times), 0);
  console.log(`${table(rows)}\n${total} requests to ${rows.length} routes, seed ${seed}`);
});

describe(`whatever a client sends (seed ${seed}, FUZZ_SEED and FUZZ_RUNS change it)`, () => {
  it.each(operations)(
    '$method $path answers sensibly, and stores nothing of what it refuses',
    async (operation) => {
      const service = watchedService();
      const [submit] = operations.filter(({ operationId }) => operationId === 'submitTicket');
      const first = { ...examples.submitTicket, role: testRoles.platform };
      const { json } = await service.ask(submit!, first, 0);
      let n = 0;

      await fc.assert(
        fc.asyncProperty(oddRequest(operation), async (parts) => {
          n += 1;
          const isSample = parts.path?.ticketId === sampleTicketId;
          const path = isSample ? { ...parts.path, ticketId: String(json.ticketId) } : (parts.path ?? {});
          const answer = await service.ask(operation, { ...parts, path }, n);
          count(operation, answer.status);
          expect(answer.status).toBeGreaterThanOrEqual(200);
          expect(answer.status).toBeLessThan(500);
          if (answer.status < 400) return;
          expect(answer.headers['content-type']).toBe('application/problem+json');
          expect(problem.strict().safeParse(answer.json).error).toBeUndefined();
          expect(answer.written).toBe(0);
        }),
        { seed, numRuns: runs },
      );

      expect(await service.violations()).toEqual([]);
      expect(({} as { hotline?: unknown }).hotline).toBeUndefined();
    },
  );

  it('never fails on bytes that are no JSON', async () => {
    const service = watchedService();
    const posts = operations.filter(({ method }) => method === 'POST');
    const bytes = fc.uint8Array({ maxLength: 200 }).map((array) => Buffer.from(array).toString('base64'));

    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), bytes, async (operation, rawBody) => {
        const { path } = examples[operation.operationId];
        const parts = { ...(path && { path }), rawBody, isBase64: true, role: testRoles.platform };
        expect((await service.ask(operation, parts, 1)).status).toBeLessThan(500);
      }),
      { seed, numRuns: 5 * runs },
    );
  });
});
