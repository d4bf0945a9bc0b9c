import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { Authorizer } from './routes.ts';

/** Tokens whose signature need not be checked again; the oldest make room. */
const rememberedMax = 1_000;
const algorithms = ['RS256', 'RS384', 'RS512'];

/** Answers the claims of a valid token, or why it is none. */
export type VerifyToken = (token: string) => Promise<Result<JWTPayload, string>>;

/**
 * Checks tokens as the gateway's JWT authorizer does: RSA signature by a key of the issuer, issuer, audience
 * (`client_id` where `aud` is absent), issued in the past, not expired.
 */
export function createVerifier(authorizer: Authorizer, keys: JWTVerifyGetKey): VerifyToken {
  const remembered = new Map<string, JWTPayload>();
  return async (token) => {
    const known = remembered.get(token);
    if (known !== undefined && Number(known.exp) * 1_000 > Date.now()) return ok(known);
    const verified = await verify(token, authorizer, keys);
    if (!verified.ok) return verified;
    const oldest = remembered.keys().next();
    if (remembered.size >= rememberedMax && !oldest.done) remembered.delete(oldest.value);
    remembered.set(token, verified.value);
    return verified;
  };
}

async function verify(
  token: string,
  authorizer: Authorizer,
  keys: JWTVerifyGetKey,
): Promise<Result<JWTPayload, string>> {
  let claims: JWTPayload;
  try {
    const requiredClaims = ['exp', 'iat'];
    claims = (await jwtVerify(token, keys, { issuer: authorizer.issuer, algorithms, requiredClaims }))
      .payload;
  } catch (cause) {
    return err(cause instanceof errors.JWTExpired ? 'the token has expired' : 'the token is not valid');
  }
  const audience = [claims.aud ?? claims.client_id ?? []].flat().map(String);
  if (!audience.some((entry) => authorizer.audiences.includes(entry))) {
    return err('the token does not have a valid audience');
  }
  const isFromFuture = Number(claims.iat) * 1_000 > Date.now() + 1_000;
  return isFromFuture ? err('the token was issued in the future') : ok(claims);
}
