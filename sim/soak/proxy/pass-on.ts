import { once } from 'node:events';
import { type Agent, type IncomingHttpHeaders, type IncomingMessage, request } from 'node:http';

/** A request as it came, whole. */
export interface WholeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer as it came, whole. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Passes a request on and reads the answer. Rejects when the server cannot be reached or `signal` aborts. */
export async function passOn(
  to: { readonly upstream: string; readonly agent: Agent; readonly signal?: AbortSignal },
  { method, path, headers, body }: WholeRequest,
): Promise<WholeAnswer> {
  const { 'transfer-encoding': _, connection: __, ...rest } = headers;
  const sent = request(new URL(path, to.upstream), {
    method,
    agent: to.agent,
    headers: { ...rest, host: new URL(to.upstream).host, 'content-length': String(body.length) },
    ...(to.signal === undefined ? {} : { signal: to.signal }),
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 502, headers: answer.headers, body: Buffer.concat(chunks) };
}
