import type { ServerResponse } from 'node:http';
import * as z from 'zod';
import { answerError } from './gateway-error.ts';
import { isHopHeader } from './hop-headers.ts';

const headerValue = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const structured = z.object({
  statusCode: z.coerce.number().int().min(200).max(599),
  headers: z.record(z.string(), headerValue).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/**
 * Answers with the JSON result of a function as the gateway does: a result with a `statusCode` is a response, any
 * other is a body of status 200, and a malformed response is the gateway's own 500.
 */
export function answerResult(response: ServerResponse, payload: string): void {
  const result: unknown = JSON.parse(payload);
  const isStructured = typeof result === 'object' && result !== null && 'statusCode' in result;
  if (!isStructured) {
    response.writeHead(200, { 'content-type': 'application/json' }).end(payload);
    return;
  }
  const parsed = structured.safeParse(result);
  if (!parsed.success) {
    answerError(response, 500);
    return;
  }
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  try {
    response.setHeader('content-type', 'text/plain; charset=utf-8');
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (!isHopHeader(name, undefined) && name.toLowerCase() !== 'content-length')
        response.setHeader(name, value);
    }
    if (cookies && cookies.length > 0) response.setHeader('set-cookie', cookies);
  } catch {
    // A name or value that HTTP does not allow.
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    answerError(response, 500);
    return;
  }
  response.statusCode = statusCode;
  response.end(isBase64Encoded ? Buffer.from(body ?? '', 'base64') : (body ?? ''));
}
