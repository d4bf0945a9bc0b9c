import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoCities } from '../../infra/local/demo-cities.ts';
import type { LocalHost } from '../../infra/local/local-host.ts';
import { startHost } from '../../infra/local/start-host.ts';
import { type ApiAnswer, type Ask, apiClient } from '../../infra/smoke/api-client.ts';
import { runSmoke } from '../../infra/smoke/smoke.ts';
import { tokensFor } from '../../infra/smoke/tokens.ts';

let host: LocalHost;
beforeAll(async () => {
  const environment = { CITY: 'beijing', PACK: 'beijing-2023', TIME_SPEED: '1' };
  host = await startHost({ port: 0, inMemory: true, environment });
}, 240_000);
afterAll(() => host.stop());

let runs = 0;

/** Smokes the local host through `ask`. */
async function smoke(
  change: (answer: ApiAnswer, method: string, path: string) => ApiAnswer = (same) => same,
) {
  const direct = apiClient(host.url);
  const ask: Ask = async (method, path, given) => change(await direct(method, path, given), method, path);
  const said: string[] = [];
  runs += 1;
  await runSmoke({
    ask,
    ...(await tokensFor(host.url, {})),
    request: demoCities.beijing!.request,
    sourceKey: `smoke-test-${runs}`,
    now: () => 0,
    say: (line) => said.push(line),
  });
  return said;
}

it('finds a host that gives tokens for the units of its city alone, and says where they are listed', async () => {
  const tokens = await tokensFor(host.url, {});
  const ask = (unit: string) =>
    apiClient(host.url)('POST', '/local/token', { body: { role: 'department', unit } });

  expect(await tokens.tokenOfUnit('ent-gas')).toMatch(/^ey/);
  expect(await ask('n-abell')).toMatchObject({
    status: 400,
    body: {
      message:
        'unit: beijing has no unit n-abell (it has 110101017, ent-water, 110101, 110000 and others): see the directory in functions/cities/beijing',
    },
  });
  expect(await ask('hotline')).toMatchObject({ status: 400 });
});

describe('the smoke test', () => {
  it('passes on a service that works, and says what it saw', async () => {
    const said = await smoke();

    expect(said.map((line) => line.split(/[ :,]/)[0])).toEqual([
      'running',
      'closed',
      'posted',
      'read',
      'clock',
      'signed',
      'withdrawn',
    ]);
  }, 120_000);

  it.each([
    ['anybody gets in', { status: 200 }, /^GET \/counts$/, /without a token: 200 instead of 401/],
    ['the API breaks', { status: 503 }, /^POST \/tickets$/, /POST \/tickets: 503 instead of 201/],
    ['signing is refused', { status: 403 }, /\/sign$/, /403 instead of 200 \(does the token/],
    [
      'nothing is withdrawn',
      { body: { status: 'signed', statusType: 'open' } },
      /\/withdraw$/,
      /left the ticket signed/,
    ],
    [
      'no clock runs',
      { body: { ticket: { leadUnit: 'ent-water', actBy: 'never' } } },
      /^GET \/tickets\//,
      /no clock runs/,
    ],
  ])(
    'fails when %s, and says at which step',
    async (_what, planted, where, said) => {
      const failing = smoke((answer, method, path) =>
        where.test(`${method} ${path}`) ? { ...answer, ...planted } : answer,
      );

      await expect(failing).rejects.toThrow(said);
    },
    120_000,
  );

  it('refuses a unit’s token that speaks for another unit than the one the request went to', async () => {
    const token = await host.mint('department', 'ent-gas');
    const tokens = await tokensFor(host.url, { SMOKE_PLATFORM_TOKEN: 'p', SMOKE_UNIT_TOKEN: token });

    await expect(tokens.tokenOfUnit('ent-water')).rejects.toThrow(
      /speaks for ent-gas.*dispatched to ent-water/,
    );
    await expect(tokensFor('https://api.example.org', {})).rejects.toThrow(/SMOKE_PLATFORM_TOKEN/);
  });
});
