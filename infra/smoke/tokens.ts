import { apiClient } from './api-client.ts';
import { SmokeFailure } from './smoke.ts';

interface Tokens {
  readonly platformToken: string;
  tokenOfUnit(unit: string): Promise<string>;
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** The tokens of the environment; on this machine's own host those that it gives to anybody. */
export async function tokensFor(
  url: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Tokens> {
  const { SMOKE_PLATFORM_TOKEN: platformToken, SMOKE_UNIT_TOKEN: unitToken } = environment;
  if (platformToken !== undefined && unitToken !== undefined)
    return { platformToken, tokenOfUnit: async (unit) => checked(unitToken, unit) };
  if (!loopback.has(new URL(url).hostname))
    throw new SmokeFailure('SMOKE_PLATFORM_TOKEN and SMOKE_UNIT_TOKEN are not set');
  const mint = async (body: object) => {
    const { status, body: given } = await apiClient(url)('POST', '/local/token', { body });
    if (status !== 200)
      throw new SmokeFailure(`${url} gives no tokens: set SMOKE_PLATFORM_TOKEN and SMOKE_UNIT_TOKEN`);
    return String(given.access_token);
  };
  return {
    platformToken: await mint({ role: 'platform' }),
    tokenOfUnit: (unit) => mint({ role: 'department', unit }),
  };
}

/** The token, if it speaks for the unit that the ticket was dispatched to. */
function checked(token: string, unit: string): string {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    unit?: string;
  };
  if (claims.unit === unit) return token;
  throw new SmokeFailure(
    `SMOKE_UNIT_TOKEN speaks for ${claims.unit}, but the ticket was dispatched to ${unit}`,
  );
}
