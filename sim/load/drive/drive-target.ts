import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { Target } from './check-target.ts';

const health = z.object({ city: z.string(), pack: z.string(), speed: z.number() });
const token = z.object({ access_token: z.string().min(1) });
const askMaxMs = 10_000;

/** What a service says it runs. */
export type Service = z.infer<typeof health>;

/** Asks a service what it runs. The error is one line. */
export async function askHealth({ url }: Target): Promise<Result<Service, string>> {
  try {
    const response = await fetch(`${url}/health`, {
      signal: AbortSignal.timeout(askMaxMs),
      redirect: 'error',
    });
    const answer: unknown = await response.json().catch(() => undefined);
    const parsed = health.safeParse(answer);
    return parsed.success
      ? ok(parsed.data)
      : err(`${url}/health answers ${response.status}, not as this service does`);
  } catch {
    return err(`${url} does not answer`);
  }
}

/** A platform's token: from a file where one is given, else from the local host's own issuer. The error is one line. */
export async function platformToken(
  { url, isLoopback }: Target,
  file: string | undefined,
): Promise<Result<string, string>> {
  if (file !== undefined) {
    try {
      const text = readFileSync(file, 'utf8').trim();
      return /^[\x21-\x7e]+$/.test(text) ? ok(text) : err(`--token-file ${file} holds no token`);
    } catch {
      return err(`--token-file ${file} cannot be read`);
    }
  }
  if (!isLoopback) return err('another machine gives no tokens away: --token-file FILE');
  try {
    const response = await fetch(`${url}/local/token`, {
      method: 'POST',
      body: JSON.stringify({ role: 'platform' }),
      signal: AbortSignal.timeout(askMaxMs),
      redirect: 'error',
    });
    return ok(token.parse(await response.json()).access_token);
  } catch {
    return err(`${url}/local/token gives no token: --token-file FILE`);
  }
}
