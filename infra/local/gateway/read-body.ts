import type { IncomingMessage } from 'node:http';
import { err, ok, type Result } from '../../../functions/core/result.ts';

/** Why a request has no body to work with. */
export type BodyFailure = { readonly code: 'TOO_LARGE' | 'ABORTED' };

/** Reads the whole body of `request`, of at most `bytesMax` bytes. Never throws: a client may hang up at any time. */
export async function readBody(
  request: IncomingMessage,
  bytesMax: number,
): Promise<Result<Buffer, BodyFailure>> {
  if (Number(request.headers['content-length'] ?? 0) > bytesMax) {
    request.resume();
    return err({ code: 'TOO_LARGE' });
  }
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length <= bytesMax) chunks.push(chunk);
    }
  } catch {
    return err({ code: 'ABORTED' });
  }
  return length > bytesMax ? err({ code: 'TOO_LARGE' }) : ok(Buffer.concat(chunks));
}
