import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { randomId, systemClock } from '../../functions/adapters/system.ts';
import { demoCities } from '../local/demo-cities.ts';
import { apiClient } from './api-client.ts';
import { runSmoke, SmokeFailure } from './smoke.ts';
import { tokensFor } from './tokens.ts';

const usage = `usage: npm run smoke -- --url URL [--request FILE]

Posts a request to the API at URL (the stack's output ApiUrl), reads it back, signs it, and withdraws it.

  SMOKE_PLATFORM_TOKEN   a token of the hotline platform: role platform, scopes tickets.submit tickets.read
  SMOKE_UNIT_TOKEN       a token of the unit the request is dispatched to: scope tickets.handle
  --request FILE         the request (JSON); default: the first one of a city that ships

A local host (npm start) needs no tokens: it gives them.
`;

/** `npm run smoke`: exits 0, 1 when a step failed, 2 for a wrong call. */
async function main(args: readonly string[]): Promise<number> {
  let wanted: { url?: string; request?: string };
  try {
    const text = { type: 'string' } as const;
    ({ values: wanted } = parseArgs({ args: [...args], options: { url: text, request: text } }));
    if (wanted.url === undefined || !URL.canParse(wanted.url)) throw new Error('--url is missing or no URL');
  } catch (cause) {
    console.error(`${cause instanceof Error ? cause.message : cause}\n\n${usage}`);
    return 2;
  }
  const { url, request } = wanted as { url: string; request?: string };
  const ask = apiClient(url);
  try {
    const { body } = await ask('GET', '/health');
    await runSmoke({
      ask,
      ...(await tokensFor(url, process.env)),
      request: request === undefined ? demoOf(body.city) : JSON.parse(readFileSync(request, 'utf8')),
      sourceKey: `smoke-${randomId()}`,
      now: systemClock.now,
      say: (line) => console.log(`ok  ${line}`),
    });
    return 0;
  } catch (cause) {
    console.error(cause instanceof SmokeFailure ? `FAILED  ${cause.message}` : `FAILED  ${String(cause)}`);
    return 1;
  }
}

function demoOf(city: unknown): Readonly<Record<string, unknown>> {
  const demo = demoCities[String(city)];
  if (demo === undefined)
    throw new SmokeFailure(`no request ships for the city ${city}: name one with --request`);
  return demo.request;
}

process.exitCode = await main(process.argv.slice(2));
