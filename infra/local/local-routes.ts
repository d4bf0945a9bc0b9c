import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod';
import { ownUnitCode } from '../../functions/core/directory/unit-code.ts';
import { readBody } from './gateway/read-body.ts';
import { type Role, roleNames } from './roles.ts';

const tokenBytesMax = 4_096;

const tokenRequest = z.strictObject({
  role: z.enum(roleNames),
  unit: ownUnitCode.optional(),
});

/** The host's own issuer, as the world sees it. */
interface LocalIssuer {
  readonly documents: Readonly<Record<string, unknown>>;
  mint(role: Role, unit?: string): Promise<string>;
  /** Why nobody can speak for `unit`; undefined when somebody can. */
  whyNot(unit: string): Promise<string | undefined>;
}

/**
 * Answers what only exists on a laptop: the issuer's documents, and `POST /local/token {role, unit?}`, which gives
 * anybody a token for any role and any unit there is. Returns false for every other request.
 */
export async function answerLocalRoute(
  issuer: LocalIssuer,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> {
  const path = request.url?.split('?')[0] ?? '';
  const document = request.method === 'GET' ? issuer.documents[path] : undefined;
  if (document !== undefined) {
    answer(response, 200, document);
    return true;
  }
  if (request.method !== 'POST' || path !== '/local/token') return false;
  const body = await readBody(request, tokenBytesMax);
  const parsed = tokenRequest.safeParse(body.ok ? parseJson(body.value) : undefined);
  if (!parsed.success) {
    answer(response, 400, { message: `body: {"role": ${roleNames.join(' | ')}, "unit"?: unit code}` });
    return true;
  }
  const { role, unit } = parsed.data;
  const message = unit === undefined ? undefined : await issuer.whyNot(unit);
  if (message !== undefined) {
    answer(response, 400, { message });
    return true;
  }
  answer(response, 200, {
    access_token: await issuer.mint(role, unit),
    token_type: 'Bearer',
  });
  return true;
}

const parseJson = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
