import { expect, it } from 'vitest';
import { patient } from '../../../infra/emulator/patient.ts';
import type { Ask } from '../../../infra/smoke/api-client.ts';

it.each([429, 503])('asks again, the very same, while the API answers %i', async (busy) => {
  const statuses = [busy, 201];
  const asked: unknown[] = [];
  const ask: Ask = async (...what) => {
    asked.push(what);
    return { status: statuses.shift() ?? 500, body: {} };
  };

  const answer = await patient(ask)('POST', '/tickets', { token: 't', body: { a: 1 } });

  expect(answer.status).toBe(201);
  expect(asked).toEqual([
    ['POST', '/tickets', { token: 't', body: { a: 1 } }],
    ['POST', '/tickets', { token: 't', body: { a: 1 } }],
  ]);
});

it.each([200, 401, 409, 500])('takes %i for an answer', async (status) => {
  let asked = 0;
  const ask: Ask = async () => {
    asked += 1;
    return { status, body: {} };
  };

  const answer = await patient(ask)('GET', '/health');

  expect([answer.status, asked]).toEqual([status, 1]);
});
