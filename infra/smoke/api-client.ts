/** An answer of the deployed API. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Asks the deployed API in somebody's name; without a token as anybody. */
export type Ask = (
  method: 'GET' | 'POST',
  path: string,
  given?: { readonly token?: string; readonly body?: unknown; readonly key?: string },
) => Promise<ApiAnswer>;

const answerMaxMs = 35_000;

/** A client of the API at `url`. Rejects with a plain message when nobody answers there. */
export const apiClient =
  (url: string): Ask =>
  async (method, path, { token, body, key } = {}) => {
    const at = `${url.replace(/\/$/, '')}${path}`;
    const answer = await fetch(at, {
      method,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(answerMaxMs),
    }).catch((cause: unknown) => {
      throw new Error(`${at} does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, {
        cause,
      });
    });
    const text = await answer.text();
    return { status: answer.status, body: parsed(text) };
  };

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return { text };
  }
}
