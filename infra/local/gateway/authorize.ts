import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { err, ok, type Result } from '../../../functions/core/result.ts';
import type { Authorizer, Route } from './routes.ts';

/** Who calls, as the function sees it: verified claims, all of them strings. */
export interface JwtIdentity {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

/** A refusal of the gateway, with the header it explains itself by. */
export interface Refusal {
  readonly status: 401 | 403;
  readonly wwwAuthenticate: string;
}

const unauthorized = (reason?: string) =>
  err<Refusal>({
    status: 401,
    wwwAuthenticate: reason
      ? `Bearer scope="" error="invalid_token" error_description="${reason}"`
      : 'Bearer',
  });

/**
 * Checks the bearer token of a request as the gateway's JWT authorizer does: RSA signature by the issuer's key, issuer,
 * audience (`client_id` where `aud` is absent), validity in time, and at least one of the route's scopes.
 */
export async function authorize(props: {
  authorization: NonNullable<Route['authorization']>;
  header: string | undefined;
  authorizer: Authorizer;
  keys: JWTVerifyGetKey;
}): Promise<Result<JwtIdentity, Refusal>> {
  const { authorizer } = props;
  if (!props.header) return unauthorized();
  const token = props.header.replace(/^bearer /i, '');
  let claims: JWTPayload;
  try {
    const verified = await jwtVerify(token, props.keys, {
      issuer: authorizer.issuer,
      algorithms: ['RS256', 'RS384', 'RS512'],
      requiredClaims: ['exp', 'iat'],
    });
    claims = verified.payload;
  } catch (cause) {
    return unauthorized(
      cause instanceof errors.JWTExpired ? 'the token has expired' : 'the token is not valid',
    );
  }
  const audience = [claims.aud ?? claims.client_id ?? []].flat().map(String);
  if (!audience.some((entry) => authorizer.audiences.includes(entry))) {
    return unauthorized('the token does not have a valid audience');
  }
  if (Number(claims.iat) * 1_000 > Date.now() + 1_000)
    return unauthorized('the token was issued in the future');
  const carried = [claims.scope ?? claims.scp ?? []].flat().flatMap((entry) => String(entry).split(' '));
  const { scopes } = props.authorization;
  if (scopes.length > 0 && !scopes.some((scope) => carried.includes(scope))) {
    return err({
      status: 403,
      wwwAuthenticate: `Bearer scope="${scopes.join(' ')}" error="insufficient_scope"`,
    });
  }
  const asText = Object.entries(claims).map(([name, value]) => [name, claimText(value)]);
  return ok({ claims: Object.fromEntries(asText), scopes: scopes.length > 0 ? scopes : null });
}

/** The gateway hands every claim over as text; a list is in brackets, parted by blanks. */
const claimText = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.join(' ')}]`;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value);
};
