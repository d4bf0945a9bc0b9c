/** What became of one request: the ticket it opened, a refusal with its code, or no answer. */
export type Outcome =
  | { readonly type: 'taken'; readonly status: number; readonly ticketId: string }
  | { readonly type: 'refused'; readonly code: string }
  | { readonly type: 'unanswered'; readonly code: string };

/** Longer than the service's own limit; a platform would have given up. */
const answerMaxMs = 30_000;

/**
 * Posts a request once, without another try: what fails is part of the measurement, and one that is given up when
 * `aborted` fires is unanswered. Never rejects.
 */
export async function postOnce(
  url: string,
  token: string,
  body: object,
  aborted: AbortSignal,
): Promise<Outcome> {
  try {
    const response = await fetch(`${url}/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([aborted, AbortSignal.timeout(answerMaxMs)]),
      redirect: 'error',
    });
    const { status } = response;
    const answer = jsonOf(await response.text());
    if ((status === 200 || status === 201) && typeof answer.ticketId === 'string') {
      return { type: 'taken', status, ticketId: answer.ticketId };
    }
    return {
      type: 'refused',
      code: typeof answer.code === 'string' ? `${status} ${answer.code}` : `${status}`,
    };
  } catch (cause) {
    return { type: 'unanswered', code: codeOf(cause) };
  }
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The name of what went wrong, such as `ECONNREFUSED` or `TimeoutError`; never its words, which may quote the request. */
function codeOf(cause: unknown): string {
  const { code, name, cause: below } = (cause ?? {}) as { code?: unknown; name?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  if (below !== undefined) return codeOf(below);
  return typeof name === 'string' ? name : 'unknown';
}
