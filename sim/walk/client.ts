import type { Issuer } from '../../infra/local/issuer.ts';
import type { Role } from '../../infra/local/roles.ts';

/** An answer of the service: its status, its JSON, and the text where it is no JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly text: string;
}

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  /** Makes a command the same command at every try (Idempotency-Key). */
  readonly key?: string;
}

/** A client of the service at `url`, with a token of the role and unit that asks. */
export function makeClient(url: string, issuer: Issuer) {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (role: Role, unit: string | undefined) => {
    const who = `${role}:${unit ?? ''}`;
    const token = tokens.get(who) ?? issuer.sign(role, unit);
    tokens.set(who, token);
    return token;
  };
  return async (
    speaker: { role: Role; unit?: string },
    { method, path, body, key }: Ask,
  ): Promise<Answer> => {
    const asked = {
      method,
      headers: {
        authorization: `Bearer ${await tokenOf(speaker.role, speaker.unit)}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    const response = await answered(() => fetch(url + path, asked));
    // Not `text()`, which drops the byte-order mark of an export.
    const text = Buffer.from(await response.arrayBuffer()).toString('utf8');
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: isJson && text !== '' ? JSON.parse(text) : undefined, text };
  };
}

export type Client = ReturnType<typeof makeClient>;

const attemptsMax = 3;

/**
 * Asks again when the connection breaks, as it does when the service closes one that lay idle for long. Everything asked
 * here may be asked twice: requests and findings have keys of their own, commands carry one.
 */
async function answered(ask: () => Promise<Response>): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (cause) {
      if (attempt === attemptsMax) throw cause;
    }
  }
}
